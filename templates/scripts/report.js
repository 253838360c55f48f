/**
 * What the page can do beyond being read: sort its tables, show the passage behind a number, find statements, copy a citation.
 * Whatever comes from an article goes in as text. Nothing is asked for and nothing kept; the words are the report's own.
 */
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const make = (name, className, textContent) => Object.assign(document.createElement(name), { className, textContent });
const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/gu, (_, name) => values[name]);

const { words, data } = JSON.parse(one('#report-data').textContent);
const language = document.documentElement.lang;
const integer = new Intl.NumberFormat(language);
const collator = new Intl.Collator(language, { numeric: true });

const passage = copyOf('passage-template');
const form = copyOf('find-template');
const item = copyOf('found-template');
const fields = all('[name]', form);
const results = one('.results', form);
const CONTENT = String(data.roleNames.indexOf('content'));
const PAGE = 50;
const MOST_SHOWN = 20;
const rowOf = new Map(data.number.map((number, row) => [number, row]));

/** For those who hear the page: the rest of it is silent while a dialog is open. */
function say(text) {
  one('.say', passage.open ? passage : form).textContent = text;
}

// Tables

const NEXT = { none: 'ascending', ascending: 'descending', descending: 'none' };

function makeSortable(table) {
  const [body] = table.tBodies;
  const rows = [...body.rows];
  all('[scope=col]', table.tHead).forEach((head, column) => {
    const button = make('button', 'sort', '');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const order = NEXT[head.getAttribute('aria-sort') ?? 'none'];
      for (const other of all('[aria-sort]', table.tHead)) other.removeAttribute('aria-sort');
      if (order !== 'none') head.setAttribute('aria-sort', order);
      body.append(...(order === 'none' ? rows : sorted(rows, column, order)));
      say(fill(words.sorted[order], { column: button.textContent }));
    });
  });
}

/** Of equal rows the first stays first; those without a value come last, whichever way. */
function sorted(rows, column, order) {
  const values = new Map(rows.map((row) => [row, valueOf(row.cells[column])]));
  const sign = order === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [x, y] = [values.get(a), values.get(b)];
    if (x === null || y === null) return (x === null) - (y === null);
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(x, y));
  });
}

function valueOf(cell) {
  const { sort } = cell.dataset;
  if (sort !== undefined) return Number.isNaN(Number(sort)) ? sort : Number(sort);
  const text = cell.textContent.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  if (!cell.classList.contains('number')) return text;
  const number = /^<?\s*([+-]?[\d.]+)/u.exec(text.replaceAll(',', '').replace('−', '-'));
  return number === null ? null : Number(number[1]) - (text.startsWith('<') ? 1e-9 : 0);
}

// Passages

function showPassage(target) {
  const copy = target.cloneNode(true);
  for (const element of [copy, ...all('[id]', copy)]) element.removeAttribute('id');
  const heading = one('h2', passage);
  if (copy.matches('.evidence')) takeHeading(copy, heading);
  else heading.textContent = fill(words.title, { n: one('.number', copy).textContent });
  const list = make('ul', 'results', '');
  list.append(...all('.ref', copy).slice(0, MOST_SHOWN).flatMap(refItem));
  one('.body', passage).replaceChildren(copy, list);
  one('.acts .go', passage).href = `#${target.id}`;
  if (!passage.open) passage.showModal();
  passage.scrollTop = 0;
  heading.focus();
}

function takeHeading(copy, heading) {
  const name = one('b', copy);
  heading.textContent = name.textContent;
  if (name.nextSibling !== null) name.nextSibling.textContent = name.nextSibling.textContent.replace(/^ · /u, '');
  name.remove();
}

/** The statement that evidence names: by its number where it is printed, else by its id. */
function refItem(ref) {
  const row = ref.hash
    ? rowOf.get(Number(ref.hash.slice(3)))
    : data.number.findIndex((_, i) => idOf(i) === ref.textContent);
  return row === undefined || row < 0 ? [] : [foundItem(row)];
}

// Statements

const articleOf = (row) => data.articles[data.article[row]];
const idOf = (row) => articleOf(row).id + data.suffix[row];

/** A statement as the appendix prints it. */
function foundItem(row) {
  const found = item.cloneNode(true);
  const article = articleOf(row);
  const told = {
    number: data.number[row],
    speaker: data.speakers[data.speaker[row]],
    manner: data.manners[data.manner[row]],
    id: idOf(row),
    article: article.line,
    origin: data.origins[data.origin[row]],
  };
  for (const element of all('[data-is]', found)) element.textContent = told[element.dataset.is];
  one('.copy', found).value = told.number;
  one('blockquote', found).lang = article.language;
  one('blockquote', found).append(...data.words[row].map((text, i) => piece(text, Number(data.roles[row][i]))));
  if (!data.denied[row]) one('.denial', found).remove();
  if (article.href !== null) one('[data-is=article]', found).href = article.href;
  const stance = one('.stance', found);
  stance.replaceWith(...stanceLines(row).map((line) => withLine(stance, line)));
  if (article.printed) one('.go', found).href = `#s-${told.number}`;
  else one('.go', found).remove();
  return found;
}

function piece(text, role) {
  if (words.opens[role] === '') return text;
  const marked = make('span', `role ${data.roleNames[role]}`, '');
  marked.append(make('span', 'unseen', words.opens[role]), text, make('span', 'unseen', words.closes));
  return marked;
}

function stanceLines(row) {
  const pairs = data.stances[row];
  return pairs.flatMap((target, i) =>
    i % 2 === 1 ? [] : [fill(words.toward, { target: data.targets[target], call: words.calls[pairs[i + 1]] })],
  );
}

function withLine(stance, line) {
  const copy = stance.cloneNode(true);
  one('dd', copy).textContent = line;
  return copy;
}

// Citations

async function copyCitation(button) {
  const text = citation(rowOf.get(Number(button.value)));
  for (const earlier of all('.citation')) earlier.remove();
  for (const earlier of all('.copy[data-done]')) delete earlier.dataset.done;
  try {
    await navigator.clipboard.writeText(text);
    button.dataset.done = words.copied;
    say(words.copied);
  } catch {
    const shown = make('p', 'citation', text);
    button.closest('.head').after(shown);
    getSelection().selectAllChildren(shown);
    say(words.selected);
  }
}

function citation(row) {
  const { line, href } = articleOf(row);
  const said = data.denied[row] ? fill(words.denied, { words: contentOf(row) }) : contentOf(row);
  const by = { speaker: data.speakers[data.speaker[row]], manner: data.manners[data.manner[row]], words: said };
  const source = fill(words.source, { article: line, url: href ?? '' }).trim();
  return [fill(words.citation, by), source, fill(words.statement, { id: idOf(row) }), words.report].join(' ');
}

function contentOf(row) {
  const pieces = data.words[row].map((text, i) => (data.roles[row][i] === CONTENT ? text : '\n'));
  return pieces.join('').trim().replace(/\n+/gu, ' … ');
}

// Finding statements

const folded = (text) => text.toLowerCase().replace(/[‘’]/gu, "'").replace(/[“”„]/gu, '"');
let texts = null;
const readTexts = () => (texts ??= data.words.map((pieces) => folded(pieces.join(''))));
let found = [];

function find() {
  const asked = Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()]));
  const isAsked = fields.some(({ name }) => asked[name] !== '');
  found = isAsked ? data.number.map((_, row) => row).filter(filterOf(asked)) : [];
  const [n, of] = [found.length, data.number.length].map((number) => integer.format(number));
  one('.count', form).textContent = isAsked ? fill(words.found, { n, all: of }) : '';
  showPage(0);
}

function filterOf({ speaker, outlet, target, stance, text }) {
  readTexts();
  const speakers = chosen(data.speakers, speaker);
  const outlets = chosen(data.outlets, outlet);
  const targets = chosen(data.targets, target);
  const call = words.calls.indexOf(stance);
  const terms = folded(text).split(/\s+/u);
  const anyStance = target === '' && call < 0;
  const held = (to, i, pairs) => i % 2 === 0 && targets[to] && (call < 0 || pairs[i + 1] === call);
  return (row) =>
    speakers[data.speaker[row]] &&
    outlets[articleOf(row).outlet] &&
    (anyStance || data.stances[row].some(held)) &&
    terms.every((term) => texts[row].includes(term));
}

/** Which of `names` are meant: the one that is given whole, else all that hold what is given. */
function chosen(names, asked) {
  const wanted = folded(asked);
  const given = names.map(folded);
  const whole = given.includes(wanted);
  return given.map((name) => (whole ? name === wanted : name.includes(wanted)));
}

function showPage(from) {
  const rows = found.slice(from, from + PAGE);
  results.replaceChildren(...rows.map(foundItem));
  results.dataset.from = from;
  one('.pager', form).hidden = found.length <= PAGE;
  one('.previous', form).disabled = from === 0;
  one('.next', form).disabled = from + PAGE >= found.length;
  const [first, last] = [from + 1, from + rows.length].map((number) => integer.format(number));
  one('.range', form).textContent = fill(words.page, { from: first, to: last });
}

function turnPage(by) {
  showPage(Number(results.dataset.from) + by);
  results.focus();
}

/** In the page's address, so that what was asked can be passed on. */
function keepAsked() {
  const asked = new URLSearchParams(fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));
  // Some browsers refuse where the page has no address of its own, or is asked too often.
  try {
    history.replaceState(null, '', `#find&${asked}`.replace(/&$/u, ''));
  } catch {
    return;
  }
}

function readAsked() {
  if (!/^#find(?:&|$)/u.test(location.hash)) return;
  const asked = new URLSearchParams(location.hash.slice('#find'.length));
  for (const field of fields) field.value = asked.get(field.name) ?? '';
  find();
  form.scrollIntoView();
}

// The page

document.addEventListener('click', (event) => {
  const { target } = event;
  const copy = target.closest('.copy');
  if (copy !== null) copyCitation(copy);
  const link = target.closest('a[href^="#e-"]:not(.go), a[href^="#s-"]:not(.go)');
  const shown = link && document.getElementById(link.hash.slice(1));
  if (!shown || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  showPassage(shown);
});
passage.addEventListener('click', ({ target }) => {
  if (target === passage || target.closest('.close, .go')) passage.close();
});
form.addEventListener('input', find);
form.addEventListener('change', keepAsked);
one('.previous', form).addEventListener('click', () => turnPage(-PAGE));
one('.next', form).addEventListener('click', () => turnPage(PAGE));
one('.clear', form).addEventListener('click', () => {
  for (const field of fields) field.value = '';
  find();
  keepAsked();
  fields[0].focus();
});
window.addEventListener('hashchange', readAsked);

const options = (names) => [...names].sort(collator.compare).map((name) => new Option(name, name));
one('#find-speakers', form).append(...options(data.speakers));
one('#find-targets', form).append(...options(data.targets));
one('[name=outlet]', form).append(...options(data.outlets));
for (const link of all('a[href^="#e-"], a[href^="#s-"]')) link.setAttribute('aria-haspopup', 'dialog');
for (const head of all('.statement .head')) {
  const button = one('.copy', item).cloneNode(true);
  button.value = one('.number', head).textContent;
  one('[data-is=number]', button).textContent = button.value;
  head.append(' ', button);
}
for (const table of all('main table')) if (table.tBodies[0].rows.length > 1) makeSortable(table);
one('#find-template').replaceWith(form);
document.body.append(passage);
readAsked();
setTimeout(readTexts);
