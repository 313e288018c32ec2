import { byId, counted } from "./dom.ts";
import { isSaid, type State } from "./state.ts";

/** How much is shown, in words, for those who do not see the colours too. */
export function showCount(state: State, shown: number): void {
  const all = state.article.quotes.filter(isSaid).length;
  byId("count").textContent = state.isFiltered() ? `${shown} of ${counted(all, "quote")}` : all === 0 ? "No quotes found" : counted(all, "quote");
  byId("clear").hidden = !state.isFiltered();
}
