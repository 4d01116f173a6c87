/** Words that say little about which error it is; used at build time to weigh the words of the messages. */

/** Words of grammar, and "error": they weigh next to nothing. */
const GRAMMAR = `a about all also an and any are as at be because been but by can cannot could couldn did didn do does
doesn don error errors for from had has have here how i if in into is isn it its may more must no nor not of off on one only or other out over
please s see should so some such t than that the their them then there these they this to too unless until up use used using
very was wasn were what when where which while who why will with without won would you your`;

/** Words of every log and every manual, and those that gRPC puts before each program's own: they weigh a third. */
const GENERAL = `access add address already argument arguments available bad cause check code command connect connected
connection context could create created data default delete denied directory end entry err exist exists expected
fail failed failing fails failure fatal file files first found get got host id info info input int internal invalid job key
kind lang last line line list load local log long lost make many match message missing must name need needs new number object old
open operation option options output password path permission pid point port problem process program read reason refused
remote remove request required requires response result return returned right run running server set size source start started
state status stop stopped string support supported sure system time timeout timed true try trying type unable unexpected unknown
update updates url user valid value values version wait waiting warning work write wrong yes
rpc desc notfound alreadyexists invalidargument failedprecondition`;

const words = (text: string) => new Set(text.split(/\s+/));

/** Words of grammar. */
export const GRAMMAR_WORDS: ReadonlySet<string> = words(GRAMMAR);

/** Words of every log, without those of grammar. */
export const GENERAL_WORDS: ReadonlySet<string> = words(GENERAL);
