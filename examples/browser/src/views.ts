// On a narrow screen one part of the result is shown at a time.

import { byId } from "./dom.ts";

export function bindViews(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-show]")) {
    button.addEventListener("click", () => {
      showView(button.dataset.show ?? "article");
      window.scrollTo(0, 0);
    });
  }
}

export function showView(name: string): void {
  byId("reading").dataset.view = name;
  for (const button of document.querySelectorAll<HTMLElement>("[data-show]")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === name));
  }
}
