// Articles to start from, all invented.

import wire from "../../articles/wire.txt?raw";
import interview from "../../../tests/articles/interview.txt?raw";
import release from "../../../tests/articles/press-release.txt?raw";
import spun from "../../../tests/articles/spun.txt?raw";
import transcript from "../../../tests/articles/transcript.txt?raw";
import translated from "../../../tests/articles/translated.txt?raw";

export const EXAMPLES = [
  { name: "A wire story", what: "a turned space, a quotation that never closes", text: wire },
  { name: "Machine-translated", what: "marks on the wrong side, glued sentences, furniture", text: translated },
  { name: "Spun", what: "synonyms put in by a machine, unnamed sources", text: spun },
  { name: "An interview", what: "questions and answers", text: interview },
  { name: "A press release", what: "quotes handed out by a company", text: release },
  { name: "A transcript", what: "a turn for each speaker", text: transcript },
];
