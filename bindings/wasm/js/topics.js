// Topics given as an object: errors of the core speak of the lines of a file, which nobody wrote here.

import { OnrecordError } from "./error.js";

/** What `make` makes of the topics as JSON; where it cannot, the error names the topic. */
export function withTopics(topics, make) {
  try {
    return make(JSON.stringify(topics));
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== "bad_topic") throw error;
    throw named(topics, error, make);
  }
}

function named(topics, error, make) {
  const list = Array.isArray(topics.topics) ? topics.topics : [];
  const at = list.findIndex((topic) => refuses(topic, make));
  const where = at < 0 ? "option `topics`" : `option \`topics\`: topics[${at}] (${JSON.stringify(list[at]?.id)})`;
  return new OnrecordError("bad_topic", `${where}: ${error.message.replace(/^topics file, line \d+: /, "")}`);
}

/** Is this the topic that the error is about? Each is tried by itself. */
function refuses(topic, make) {
  try {
    make(JSON.stringify({ topics: [topic] })).free();
    return false;
  } catch (error) {
    return error.code === "bad_topic";
  }
}
