/** What `turfcast --help` prints. */
export const USAGE = `Turfcast: the chance of making the number, from a sales plan, without a browser.

  turfcast simulate PLAN [--trials N] [--seed N] [--workers N] [--json]
  turfcast simulate PLAN --replay N [--seed N] [--json]
  turfcast import FILES… [-o PLAN] [--start YYYY-MM] [--months N]
                  [--fiscal-year-start 1-12] [--target AMOUNT] [--name TEXT]
  turfcast check PLAN
  turfcast --help | --version

simulate  runs a plan file and prints what the app shows of it
  --trials N    trials to run at most; the plan's own number where left out (a plan that states a standard
                error ends once it is reached)
  --seed N      seed of the run, 0 to 4294967295; the plan's own where left out
  --workers N   threads, 1 to 16; one a core where left out (the result is the same for any number)
  --json        print the whole summary as JSON
  --replay N    show trial number N (0 is the first) month by month instead of running them all

import    makes a plan of a CRM's exports (opportunities, and team and products where you have them)
  -o, --output PLAN         write the plan to this file; to standard output where left out
  --start YYYY-MM           first month of the plan; the month after the last closing where left out
  --months N                length of the plan; 12 where left out
  --fiscal-year-start N     month the fiscal year starts in, 1 to 12; 1 where left out
  --target AMOUNT           target of twelve months; derived from the history where left out
  --name TEXT               name of the plan

check     reads a plan file and lists what is wrong with it

Exit status: 0 done, 1 bad input (its problems are listed on standard error, one a line as path: message),
2 a mistake in the command.
`;
