// What the public pages do with JavaScript on; without it they work as well.

// A refused form brings the reader to what is wrong.
document.getElementById("errors")?.focus();

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
