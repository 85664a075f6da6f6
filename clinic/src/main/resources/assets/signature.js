// A drawn signature, sent as a small picture beside the typed name. Without it the name counts alone.

const box = document.querySelector("[data-signature]");
const pad = document.getElementById("pad");
const field = document.getElementById("drawing");
const pen = pad.getContext("2d");
let drawn = false;

box.hidden = false;
pen.lineWidth = 3;
pen.lineCap = "round";
pen.lineJoin = "round";
pen.strokeStyle = "#20252b";

// A page that came back with a fault brings the signature back too.
if (field.value) {
  const bytes = Uint8Array.from(atob(field.value.split(",")[1]), (c) => c.charCodeAt(0));
  createImageBitmap(new Blob([bytes], { type: "image/png" })).then((picture) => {
    pen.drawImage(picture, 0, 0, pad.width, pad.height);
    drawn = true;
  });
}

function at(event) {
  const area = pad.getBoundingClientRect();
  return [(event.clientX - area.left) * pad.width / area.width, (event.clientY - area.top) * pad.height / area.height];
}

pad.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  pad.setPointerCapture(event.pointerId);
  pen.beginPath();
  pen.moveTo(...at(event));
});

pad.addEventListener("pointermove", (event) => {
  if (!pad.hasPointerCapture(event.pointerId)) return;
  pen.lineTo(...at(event));
  pen.stroke();
  drawn = true;
});

box.querySelector("[data-clear]").addEventListener("click", () => {
  pen.clearRect(0, 0, pad.width, pad.height);
  drawn = false;
});

pad.closest("form").addEventListener("submit", () => {
  field.value = drawn ? pad.toDataURL("image/png") : "";
});
