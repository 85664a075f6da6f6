package org.percuta.clinic.passkeys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.passkeys.Ceremony.Asked;
import org.percuta.clinic.passkeys.Ceremony.Signed;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.staff.StaffAccounts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What a person does with passkeys: look at them, add one, remove one, sign in with one. */
@Service
@EnableConfigurationProperties(PasskeySettings.class)
class Passkeys {

  /** How long a question may be answered. */
  static final Duration LIFE = Duration.ofMinutes(5);

  private final PasskeyRepository repository;
  private final PasskeySettings settings;
  private final StaffAccounts accounts;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Clock clock;
  private @org.jspecify.annotations.Nullable Ceremony loaded;

  Passkeys(
      PasskeyRepository repository,
      PasskeySettings settings,
      StaffAccounts accounts,
      ClinicTransactions transactions,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.settings = settings;
    this.accounts = accounts;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of a try to add one. */
  enum Added {
    YES,
    NOT_PROVEN,
    KNOWN_ALREADY
  }

  /** What came of a try to sign in. */
  sealed interface Outcome {

    /** Somebody whose account may still be closed. */
    record Proven(Passkey passkey, StaffAccounts.Known account) implements Outcome {}

    record Unknown() implements Outcome {}

    record Refused(Passkey passkey, StaffAccounts.Known account, String why, boolean copied)
        implements Outcome {}
  }

  List<Passkey> list(Actor actor) {
    return transactions.in(actor.clinic(), () -> repository.list(actor.id()));
  }

  String optionsToMake(Actor actor, String challenge) {
    StaffAccounts.Known me = account(actor.clinic(), actor.id());
    return ceremony()
        .optionsToMake(
            challenge,
            actor.id(),
            me.email(),
            actor.name() + ", " + actor.clinicName(),
            list(actor));
  }

  String optionsToSign(String challenge) {
    return ceremony().optionsToSign(challenge);
  }

  Added add(Actor actor, String name, String json, Asked asked, Instant since) {
    try {
      Passkey.Key key = ceremony().made(json, asked);
      return transactions.in(
          actor.clinic(),
          () -> {
            if (!isFirstAnswer(actor.clinic(), asked, since)) {
              return Added.NOT_PROVEN;
            }
            UUID id = repository.add(actor.clinic(), actor.id(), name, key, clock.instant());
            audit.record(actor, Audit.Action.ADD, "passkey:" + id, null, actor.label());
            return Added.YES;
          });
    } catch (NotProven e) {
      return Added.NOT_PROVEN;
    } catch (DuplicateKeyException e) {
      return Added.KNOWN_ALREADY;
    }
  }

  void remove(Actor actor, UUID id) {
    transactions.run(
        actor.clinic(),
        () -> {
          if (!repository.remove(actor.id(), id)) {
            throw new NotFound("passkey");
          }
          audit.record(actor, Audit.Action.WITHDRAW, "passkey:" + id, null, actor.label());
        });
  }

  /** Which passkey an answer names, to count wrong tries by. */
  byte[] credentialId(String json) throws NotProven {
    return ceremony().credentialId(json);
  }

  Outcome signIn(byte[] credentialId, String json, Asked asked, Instant since) {
    return repository
        .find(credentialId)
        .<Outcome>map(passkey -> check(passkey, json, asked, since))
        .orElseGet(Outcome.Unknown::new);
  }

  private Outcome check(Passkey passkey, String json, Asked asked, Instant since) {
    StaffAccounts.Known account = account(passkey.clinic(), passkey.staff());
    try {
      Signed signed = ceremony().signed(json, asked, passkey.key());
      if (!passkey.staff().equals(signed.person())) {
        return new Outcome.Refused(passkey, account, "another person's answer", false);
      }
      return transactions.in(
          passkey.clinic(),
          () -> {
            if (!isFirstAnswer(passkey.clinic(), asked, since)) {
              return new Outcome.Refused(passkey, account, "answered twice", false);
            }
            // Whoever used or removed it since it was read a moment ago comes first.
            return repository.use(passkey, signed, clock.instant())
                ? new Outcome.Proven(passkey, account)
                : new Outcome.Refused(passkey, account, "used or removed meanwhile", false);
          });
    } catch (NotProven e) {
      return new Outcome.Refused(passkey, account, e.why(), e.isCopied());
    }
  }

  private boolean isFirstAnswer(
      org.percuta.clinic.platform.ClinicId clinic, Asked asked, Instant since) {
    byte[] challenge = Base64.getUrlDecoder().decode(asked.text());
    return repository.isFirstAnswer(clinic, challenge, clock.instant(), since.plus(LIFE));
  }

  private StaffAccounts.Known account(org.percuta.clinic.platform.ClinicId clinic, UUID id) {
    return accounts
        .find(clinic, id)
        .orElseThrow(() -> new IllegalStateException("No account of " + id));
  }

  /** Made when first used: its library takes longer to load than the rest of a page. */
  private synchronized Ceremony ceremony() {
    if (loaded == null) {
      loaded = new Ceremony(settings.rpId());
    }
    return loaded;
  }
}
