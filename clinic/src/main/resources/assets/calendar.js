// Moving a visit in the calendar by dragging or by keys. Both end on the page that asks what
// stands in the way, so nothing is moved by a slip of the hand.

const status = document.getElementById("moving");
const slots = [...document.querySelectorAll(".calendar td[data-practitioner]")];
let carried = null;
let target = null;

function say(words) {
  status.hidden = words === "";
  status.textContent = words;
}

function propose(visit, slot) {
  const asked = new URLSearchParams({ day: slot.dataset.day, practitioner: slot.dataset.practitioner });
  if (slot.dataset.time) asked.set("time", slot.dataset.time);
  location.assign(`/appointments/${visit.dataset.visit}/move?${asked}`);
}

function mark(slot) {
  target?.classList.remove("target");
  target = slot;
  target?.classList.add("target");
  target?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (target) say(`${target.dataset.name}, ${target.dataset.day} ${target.dataset.time ?? carried.dataset.time}. Enter to move there, Escape to leave it.`);
}

for (const visit of document.querySelectorAll("[data-visit]")) {
  visit.addEventListener("dragstart", (event) => {
    carried = visit;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", visit.dataset.visit);
  });
  visit.addEventListener("dragend", () => { target?.classList.remove("target"); carried = null; target = null; });
}

for (const slot of slots) {
  // Both say that it may be dropped here, so a quick hand need not wait for the second.
  for (const kind of ["dragenter", "dragover"]) slot.addEventListener(kind, (event) => {
    if (!carried) return;
    event.preventDefault();
    if (slot !== target) { target?.classList.remove("target"); target = slot; slot.classList.add("target"); }
  });
  slot.addEventListener("drop", (event) => { event.preventDefault(); if (carried) propose(carried, slot); });
}

// The slot nearest to a point on the far side of the one at hand, so that rows of any height work.
function beside(box, key) {
  const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
  const across = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
  let best = null, least = Infinity;
  for (const slot of slots) {
    const other = slot.getBoundingClientRect();
    const dx = (other.left + other.right) / 2 - x, dy = (other.top + other.bottom) / 2 - y;
    const along = across ? dx * sign : dy * sign, off = Math.abs(across ? dy : dx);
    if (along > 4 && along + off * 8 < least) { least = along + off * 8; best = slot; }
  }
  return best;
}

function stop() {
  target?.classList.remove("target");
  carried = null;
  target = null;
  say("");
}

document.addEventListener("keydown", (event) => {
  const visit = event.target.closest?.("[data-visit]");
  if (!carried && visit && event.key === "m" && !event.ctrlKey && !event.metaKey && !event.altKey) {
    carried = visit;
    say("Use the arrow keys to choose where it goes, then Enter. Escape leaves it where it is.");
    event.preventDefault();
  } else if (carried && event.key.startsWith("Arrow")) {
    const from = (target ?? carried.closest("td")).getBoundingClientRect();
    const next = beside(target ? from : { ...from.toJSON(), bottom: event.key === "ArrowDown" ? from.bottom + (from.bottom - from.top) / 2 : from.top }, event.key);
    if (next) mark(next);
    event.preventDefault();
  } else if (carried && event.key === "Enter" && target) {
    event.preventDefault();
    propose(carried, target);
  } else if (carried && event.key === "Escape") {
    stop();
  }
});
