// Asks the browser to make a passkey or to sign with one, and sends its answer as a form.

const form = document.querySelector("form[data-passkey]");
const button = form.querySelector("button");
const fault = form.querySelector("[data-passkey-fault]");
const field = form.querySelector("[name=credential]");

// Buffers travel as base64url; older browsers cannot do it themselves.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const keys = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

async function create() {
  const asked = JSON.parse(form.dataset.options);
  const made = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: keys(asked.excludeCredentials),
    },
  });
  return answer(made, {
    attestationObject: text(made.response.attestationObject),
    clientDataJSON: text(made.response.clientDataJSON),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function sign() {
  const page = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!page.ok) throw new DOMException("", "NetworkError");
  const asked = await page.json();
  const made = await navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: keys(asked.allowCredentials) },
  });
  return answer(made, {
    authenticatorData: text(made.response.authenticatorData),
    clientDataJSON: text(made.response.clientDataJSON),
    signature: text(made.response.signature),
    userHandle: made.response.userHandle ? text(made.response.userHandle) : null,
  });
}

function answer(made, response) {
  return JSON.stringify({ id: made.id, rawId: text(made.rawId), type: made.type, response, clientExtensionResults: {} });
}

const why = {
  InvalidStateError: "This device already has a passkey for your account.",
  NotAllowedError: "No passkey was used. Try again, or use your password.",
  SecurityError: "Passkeys do not work at this address. Use the address your clinic gave you.",
  NetworkError: "Percuta did not answer. Try again in a moment, or use your password.",
};

function say(words) {
  fault.textContent = words;
  fault.hidden = words === "";
}

if (window.PublicKeyCredential) form.hidden = false;
else document.querySelector("[data-passkey-none]")?.removeAttribute("hidden");

button.addEventListener("click", async () => {
  say("");
  button.disabled = true;
  try {
    field.value = await (form.dataset.passkey === "create" ? create() : sign());
    form.submit();
  } catch (problem) {
    say(why[problem.name] ?? why.NotAllowedError);
    button.disabled = false;
    button.focus();
  }
});
