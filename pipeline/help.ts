/** What `parallax --help` prints: every command, option and exit code. */
export const HELP = `Parallax: who says what in the news, through whom, and how groups of outlets frame it.

  parallax run [study.yaml]     read, analyse, compare, write the report (default: the study that Parallax brings along)
      --out DIR                 write reports below DIR instead of where the study says
      --browser PATH            print the PDF with this browser
      --no-pdf                  write HTML and data only
      --max-quarantine SHARE    how many articles may be set aside before the exit code says so: 0.01 or 1% (default)
      --workers N               read articles in N threads (default: as many as there are cores)
      --json                    print the run's record to standard output
      --quiet                   say nothing but warnings and errors
  parallax verify RUN [study.yaml]
                                compute the claim ledger of the run in folder RUN again, from the articles and the study,
                                and say what differs; a changed file of the folder is told as well
      --json                    print what was found to standard output
      --quiet                   say nothing but what differs
  parallax evaluate GOLD PATH   how accurate Parallax is on a gold corpus: polnear DIR, statements FILE.jsonl (attribution),
                                newsmtsc FILE.jsonl (sentiment toward targets) or seesaw FILE.jsonl (who is for or against whom)
      --predictions FILE        also write what was found, one JSON object a line
      --profile fast            how to analyse; this version has only “fast”
      --json                    print the scores to standard output
  parallax doctor               browser, fonts, versions: what was found, what is missing and how to get it
      --browser PATH            look at this browser only
      --json                    the same as JSON, to standard output
  parallax init [folder]        lay out a new study: commented study file, registries, lexicons, codebooks
  parallax --help | --version

Exit codes: 0 done · 1 internal error · 2 wrong usage · 3 done, but too many articles were set aside · 65 bad input data ·
66 input missing · 69 done, but no browser could print the PDF · 73 cannot write · 75 try again later · 78 bad study file ·
130, 143 ended by a signal. Messages for people go to standard error.
`;
