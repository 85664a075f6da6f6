// What pages do with JavaScript on; without it they work as well.

// A refused form brings the reader to what is wrong.
document.querySelector(".faults")?.focus();

// "/" goes to the search, "?" shows the keys, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    const search = document.querySelector('[data-key="/"]');
    if (search) { event.preventDefault(); search.focus(); search.select(); }
  } else if (event.key === "?") {
    document.getElementById("keys")?.showModal();
  }
});

// On a phone the pages of a record lie in a row that is pushed sideways; the page at hand shows.
document.querySelector(".patient nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// The folded part of the menu closes like a menu.
const more = document.querySelector(".more");
if (more) {
  document.addEventListener("click", (event) => { if (!more.contains(event.target)) more.open = false; });
  more.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && more.open) { more.open = false; more.querySelector("summary").focus(); }
  });
}

// A form is sent once, however often its button is pressed. A while later, or when somebody comes back
// to the page, it may be sent again.
const SENDING_MS = 4000;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if ("sent" in form.dataset) { event.preventDefault(); return; }
  form.dataset.sent = "";
  setTimeout(() => delete form.dataset.sent, SENDING_MS);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A search that is refused or meets no database must not be swallowed: show the whole answer.
// A part that a page fetches by itself is left as the link it was, or the page would reload for ever.
document.body.addEventListener("htmx:responseError", (event) => {
  if (event.target.getAttribute("hx-trigger") !== "load") location.reload();
});
