package org.percuta.clinic.passkeys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A security key of our own, from the text of Web Authentication Level 3 and RFC 9052, that does
 * what it is told: also what an honest one would not.
 */
final class SoftKey {

  static final byte PRESENT = 0x01;
  static final byte VERIFIED = 0x04;
  private static final byte ATTESTED = 0x40;
  private static final int COORDINATE = 32;

  private final KeyPair pair = pair();
  private final byte[] id = new byte[COORDINATE];
  private byte[] person = new byte[0];

  String origin;
  String rpId = "localhost";
  String type = "webauthn.get";
  byte flags = PRESENT | VERIFIED;
  int count;

  SoftKey(String origin) {
    this.origin = origin;
    new java.security.SecureRandom().nextBytes(id);
  }

  /** Answers what a page asks to make a passkey. */
  String make(String options) {
    JsonNode asked = JsonMapper.shared().readTree(options);
    person = bytes(asked.get("user").get("id").asString());
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    byte[] data =
        joined(
            authenticatorData((byte) (flags | ATTESTED)),
            new byte[16],
            ByteBuffer.allocate(2).putShort((short) id.length).array(),
            id,
            // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
            new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, COORDINATE},
            fixed(key.getW().getAffineX()),
            new byte[] {0x22, 0x58, COORDINATE},
            fixed(key.getW().getAffineY()));
    byte[] attestation =
        joined(
            new byte[] {(byte) 0xa3, 0x63},
            ascii("fmt"),
            new byte[] {0x64},
            ascii("none"),
            new byte[] {0x67},
            ascii("attStmt"),
            new byte[] {(byte) 0xa0, 0x68},
            ascii("authData"),
            new byte[] {0x58, (byte) data.length},
            data);
    return """
    {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
     "response": {"attestationObject": "%2$s", "clientDataJSON": "%3$s", "transports": ["internal"]}}
    """
        .formatted(
            text(id),
            text(attestation),
            text(clientData("webauthn.create", asked.get("challenge").asString())));
  }

  /** Answers what a page asks to sign in. */
  String sign(String options) {
    return signAs(options, person);
  }

  /** Signs in somebody's name. */
  String signAs(String options, byte[] whom) {
    JsonNode asked = JsonMapper.shared().readTree(options);
    byte[] data = authenticatorData(flags);
    byte[] client = clientData(type, asked.get("challenge").asString());
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return """
      {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
       "response": {"authenticatorData": "%2$s", "clientDataJSON": "%3$s", "signature": "%4$s",
         "userHandle": "%5$s"}}
      """
          .formatted(text(id), text(data), text(client), text(signature.sign()), text(whom));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another key that says it is this one. */
  SoftKey impostor() {
    SoftKey other = new SoftKey(origin);
    System.arraycopy(id, 0, other.id, 0, id.length);
    other.person = person;
    return other;
  }

  static byte[] handle(UUID person) {
    return ByteBuffer.allocate(16)
        .putLong(person.getMostSignificantBits())
        .putLong(person.getLeastSignificantBits())
        .array();
  }

  private byte[] authenticatorData(byte withFlags) {
    return joined(
        sha256(ascii(rpId)),
        new byte[] {withFlags},
        ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
  }

  private byte[] clientData(String kind, String challenge) {
    return ascii(
        "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
            .formatted(kind, challenge, origin));
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
    return fixed;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
