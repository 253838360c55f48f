/** Common given names that the news of the West and of Eastern Europe bears by one gender nearly always. */
const FEMALE = `
aisha alexandra alice alina alla amanda amy ana anastasia andrea angela anita ann anna anne annie antonia barbara beatrice betty
brenda bridget camila carla carmen carol caroline carolyn catherine cathy charlotte cheryl christina christine cindy claire clara
claudia colleen cynthia daria deborah debra denise diana diane donna dorothy ekaterina elaine elena elisabeth elizabeth ellen emily
emma erica erika esther eva evelyn fatima fiona frances gabriela galina gloria grace hanna hannah heather helen ida inna irene irina
iryna isabel jane janet janice jennifer jessica jill joan joanna joyce judith judy julia julie karen karina kate katherine kathleen
katie kathryn kelly kimberly larissa laura lauren lena leslie lidia linda lisa liz louise lucia lucy ludmila lydia lyudmila maggie
margaret maria marie marina mariya marlene martha mary megan melanie melissa michelle monica nadia nadezhda nancy natalia natalie
natalya nicole nina olena olga oksana olivia pamela patricia paula polina rachel raisa rebecca rita rosa rose ruth samantha sandra
sara sarah sharon sheila shirley sofia sonia sophia sophie stephanie susan susana svetlana svitlana sylvia tamara tanya tatiana teresa
theresa tina valentina valeria vanessa vera veronica victoria virginia vivian wendy yana yulia yuliia yvonne zoe
`;
const MALE = `
aaron abdul adam ahmed alan albert alejandro aleksandr alex alexander alexei alfred ali allen anatoly andreas andrei andrew andrey
andrii andriy andy anthony antonio anton arthur artem ben benjamin bernard bill bob boris brad brandon brian bruce bryan carl carlos
charles chris christian christopher craig dan daniel david dean denis dennis dmitri dmitry dmytro don donald doug douglas dwayne earl
ed edward eduardo eric erik eugene fernando francis francisco frank fred gary gavin gennady geoffrey george gerald gerard giorgi glenn
gordon graham greg gregory hans harold harry hassan henry howard hugh hugo ian igor ihor ilya ivan jack jacob jaime james jamal jan
jason javier jeff jeffrey jeremy jerry jim joe joel john johnny jonathan jorge jose joseph joshua juan julian justin keith ken kenneth
kevin kirill konstantin kyrylo larry lawrence leonid liam louis luis manuel marco marcus mario mark martin matt matthew max maxim
michael miguel mike mikhail mohamed mohammed mykhailo mykola nathan neil nicholas nick nikita nikolai oleg oleh oleksandr oleksii
oliver omar oscar owen patrick paul pavel pavlo pedro peter petro phil philip rafael ralph ramon raymond ricardo richard rob robert
roberto roger roman ron ronald roy ruslan russell ryan sam samuel scott sean sergei sergey serhii serhiy simon stanislav stephen steve
steven stuart taras ted terry thomas tim timothy todd tom tony valery vasily viktor vincent vitaly vladimir volodymyr vyacheslav walter
wayne william yaroslav yevgeny yevhen yuri yuriy zachary
`;

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ...words(FEMALE).map((name) => [name, 'female'] as const),
  ...words(MALE).map((name) => [name, 'male'] as const),
]);

/** The gender by which a text refers to someone. */
export type Gender = 'female' | 'male';

/** By whom a given name is borne nearly always; `null` for names of both and unlisted ones. Lower case, no accents. */
export function genderOfGiven(name: string): Gender | null {
  return GENDERS.get(name) ?? null;
}

const FEMALE_TITLE = /^(?:mrs|ms|miss|dame|lady|baroness|queen|princess|mother|sister)$|woman$/u;
const MALE_TITLE = /^(?:mr|sir|lord|king|prince|pope|father|brother)$|[^o]man$/u;

/** The gender that a title tells ("mrs", "spokesman"); `null` for others. Lower case, without a point. */
export function genderOfTitle(title: string): Gender | null {
  if (FEMALE_TITLE.test(title)) return 'female';
  return MALE_TITLE.test(title) ? 'male' : null;
}

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/u);
}
