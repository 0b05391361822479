// Every page does its job without this file; it only saves people a step.
"use strict";

// A form that was sent is not sent again by a second press.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
});

// A page that comes back from the history can be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  }
});

// A form whose answer is part of the same page shows it while a person types.
for (const form of document.querySelectorAll("form[data-live]")) {
  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const query = new URLSearchParams(new FormData(form));
      for (const [name, value] of [...query]) if (!value) query.delete(name);
      const answer = await fetch(`${form.action}?${query}`, { headers: { Accept: "text/html" } }).catch(() => null);
      if (!answer?.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById(form.dataset.live)?.replaceWith(page.getElementById(form.dataset.live));
    }, 400);
  });
}

// What goes on by itself is looked at again until it has ended. Nobody asks for it, so it keeps no session alive.
const underWay = document.querySelector("[data-look-again]");
if (underWay) {
  const look = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-Unattended": "yes" } }).catch(() => null);
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector("[data-look-again]");
      if (!next) return location.reload();
      underWay.replaceChildren(...next.childNodes);
    }
    setTimeout(look, 2000);
  };
  setTimeout(look, 1000);
}

// After a refusal, the summary is read out first.
const summary = document.querySelector("[data-focus]");
if (summary) summary.focus();
