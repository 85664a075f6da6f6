package org.percuta.clinic.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two ceremonies of Web Authentication Level 3, §7.1 and §7.2, checked by webauthn4j: making a
 * passkey and signing with it. Either asks for a key that names its person (discoverable) and for a
 * fingerprint, face or PIN (user verification), so that a passkey alone is two factors. Who made
 * the device is not asked.
 */
final class Ceremony {

  private static final long TIME_MS = Duration.ofMinutes(5).toMillis();

  /** ES256, Ed25519 and RS256: what devices sold today can sign with. */
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          algorithm(COSEAlgorithmIdentifier.ES256),
          algorithm(COSEAlgorithmIdentifier.EdDSA),
          algorithm(COSEAlgorithmIdentifier.RS256));

  private final String rpId;
  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);

  Ceremony(String rpId) {
    this.rpId = rpId;
  }

  /**
   * What was asked, and where an answer to it may come from.
   *
   * @param text the challenge in base64url
   */
  record Asked(String text, Set<String> origins) {
    Asked {
      origins = Set.copyOf(origins);
    }
  }

  /** Who signed, with the count of the key after it. */
  record Signed(@Nullable UUID person, long signCount, boolean isCopied) {}

  private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }

  /** What a browser needs to make a passkey, as JSON. */
  String optionsToMake(
      String challenge, UUID person, String account, String name, List<Passkey> existing) {
    List<PublicKeyCredentialDescriptor> exclude = new ArrayList<>();
    for (Passkey one : existing) {
      exclude.add(
          new PublicKeyCredentialDescriptor(
              PublicKeyCredentialType.PUBLIC_KEY, one.key().credentialId(), transports(one.key())));
    }
    return converter
        .getJsonConverter()
        .writeValueAsString(
            new PublicKeyCredentialCreationOptions(
                new PublicKeyCredentialRpEntity(rpId, "Percuta"),
                new PublicKeyCredentialUserEntity(bytes(person), account, name),
                challenge(challenge),
                ALGORITHMS,
                TIME_MS,
                exclude,
                new AuthenticatorSelectionCriteria(
                    null,
                    true,
                    ResidentKeyRequirement.REQUIRED,
                    UserVerificationRequirement.REQUIRED),
                List.of(),
                AttestationConveyancePreference.NONE,
                null));
  }

  /** What a browser needs to sign, as JSON; it names no account, the person picks theirs. */
  String optionsToSign(String challenge) {
    return converter
        .getJsonConverter()
        .writeValueAsString(
            new PublicKeyCredentialRequestOptions(
                challenge(challenge),
                TIME_MS,
                rpId,
                List.of(),
                UserVerificationRequirement.REQUIRED,
                List.of(),
                null));
  }

  /** Checks a new passkey. */
  Passkey.Key made(String json, Asked asked) throws NotProven {
    try {
      RegistrationData data = manager.parseRegistrationResponseJSON(json);
      manager.verify(data, new RegistrationParameters(server(asked), ALGORITHMS, true, true));
      var authenticator = data.getAttestationObject().getAuthenticatorData();
      var credential = authenticator.getAttestedCredentialData();
      Set<AuthenticatorTransport> transports = data.getTransports();
      return new Passkey.Key(
          credential.getCredentialId(),
          credentials.convert(credential),
          authenticator.getSignCount(),
          authenticator.isFlagBE(),
          authenticator.isFlagBS(),
          transports == null
              ? List.of()
              : transports.stream().map(AuthenticatorTransport::getValue).sorted().toList());
    } catch (RuntimeException e) {
      throw notProven(e);
    }
  }

  /** Which passkey an answer says it is signed with; nothing is checked yet. */
  byte[] credentialId(String json) throws NotProven {
    try {
      return manager.parseAuthenticationResponseJSON(json).getCredentialId();
    } catch (RuntimeException e) {
      throw notProven(e);
    }
  }

  /** Checks a signature against the stored key. */
  Signed signed(String json, Asked asked, Passkey.Key key) throws NotProven {
    try {
      AuthenticationData data = manager.parseAuthenticationResponseJSON(json);
      manager.verify(
          data,
          new AuthenticationParameters(
              server(asked), stored(key), List.of(key.credentialId()), true, true));
      var authenticator = data.getAuthenticatorData();
      return new Signed(
          person(data.getUserHandle()), authenticator.getSignCount(), authenticator.isFlagBS());
    } catch (MaliciousCounterValueException e) {
      throw new NotProven("count of signatures went back", true);
    } catch (RuntimeException e) {
      throw notProven(e);
    }
  }

  /** It came from outside: whatever the library stumbles over in it, it proves nothing. */
  private static NotProven notProven(RuntimeException e) {
    return new NotProven(e.getClass().getSimpleName(), false);
  }

  private ServerProperty server(Asked asked) {
    return ServerProperty.builder()
        .origins(asked.origins().stream().map(Origin::create).collect(Collectors.toSet()))
        .rpId(rpId)
        .challenge(challenge(asked.text()))
        .build();
  }

  private CredentialRecord stored(Passkey.Key key) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        key.canBeCopied(),
        key.isCopied(),
        key.signCount(),
        credentials.convert(key.credential()),
        null,
        null,
        null,
        transports(key));
  }

  private static Set<AuthenticatorTransport> transports(Passkey.Key key) {
    return key.transports().stream()
        .map(AuthenticatorTransport::create)
        .collect(Collectors.toSet());
  }

  private static Challenge challenge(String text) {
    return new DefaultChallenge(text);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static @Nullable UUID person(byte @Nullable [] handle) {
    if (handle == null || handle.length != 2 * Long.BYTES) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(handle);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
