package org.percuta.clinic.knowledge;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The protocol a clinic works by: the content it has accepted, under its own settings. One
 * transaction sees one protocol, asked for once, however often it is needed.
 */
@Component
public class Protocols {

  private static final String FROM_THE_START = "In force from the start.";

  private final ProgramContent program;
  private final ContentRepository contents;
  private final ClinicSettings settings;
  private final CompiledProtocols compiled;
  private final ClinicTransactions transactions;
  private final Clock clock;

  /** The content last seen in force at each clinic; a hint for banners, never for a verdict. */
  private final Map<ClinicId, String> seen = new ConcurrentHashMap<>();

  Protocols(
      ProgramContent program,
      ContentRepository contents,
      ClinicSettings settings,
      CompiledProtocols compiled,
      ClinicTransactions transactions,
      Clock clock) {
    this.program = program;
    this.contents = contents;
    this.settings = settings;
    this.compiled = compiled;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What holds at this clinic now.
   *
   * @throws org.percuta.clinic.platform.errors.ContentUnreadable when this version of the program
   *     cannot read the content the clinic has accepted
   */
  public InForce of(ClinicId clinic) {
    return transactions.in(clinic, () -> remembered(clinic));
  }

  /** What holds now at the clinic whose transaction is open. */
  public InForce here() {
    return of(transactions.clinic());
  }

  /**
   * What held when this digest and version of the settings did, so that an old verdict can be
   * replayed. Empty when the clinic never worked by that content, or has no such version.
   *
   * @throws org.percuta.clinic.platform.errors.ContentUnreadable as {@link #of}
   */
  public Optional<InForce> at(ClinicId clinic, String digest, int settingsVersion) {
    return transactions.in(
        clinic,
        () -> {
          accepted();
          return settingsVersion >= 0 && settingsVersion <= settings.version() && isKnown(digest)
              ? Optional.of(
                  compiled.of(digest, settingsVersion, settings.listAsOf(settingsVersion)))
              : Optional.empty();
        });
  }

  private boolean isKnown(String digest) {
    return digest.equals(program.knowledge().digest()) || contents.hasContent(digest);
  }

  /** Which content is in force at the clinic whose transaction is open, and since when. */
  public Acceptance accepted() {
    Acceptance latest = contents.findLatest().orElseGet(this::begin);
    seen.put(transactions.clinic(), latest.digest());
    return latest;
  }

  /** Every content that came into force at the clinic whose transaction is open, newest first. */
  public List<Acceptance> listAccepted() {
    accepted();
    return contents.list();
  }

  /** Whether the program was started with other content than the clinic has accepted. */
  public boolean isUpgradeWaiting() {
    return !accepted().digest().equals(program.knowledge().digest());
  }

  /** As {@link #isUpgradeWaiting}, from memory: false where nobody has asked for a protocol yet. */
  public boolean isSeenWaiting(ClinicId clinic) {
    String digest = seen.get(clinic);
    return digest != null && !digest.equals(program.knowledge().digest());
  }

  /** The program's content under the settings of the clinic whose transaction is open. */
  public InForce offered() {
    return compiled.of(program.knowledge().digest(), settings.version(), settings.listLatest());
  }

  /**
   * Brings the program's content into force at the actor's clinic, from the next transaction on.
   *
   * @param after number of the acceptance that the decision was made on
   * @return false when another acceptance came first
   */
  public boolean accept(Actor actor, int after, String reason) {
    if (accepted().number() != after) {
      return false;
    }
    keep();
    return contents.accept(
        after + 1, program.knowledge().digest(), actor.id(), actor.name(), reason, clock.instant());
  }

  /** A clinic that has accepted nothing yet begins with what the program brings. */
  private Acceptance begin() {
    keep();
    contents.accept(
        1, program.knowledge().digest(), null, "Percuta", FROM_THE_START, clock.instant());
    return contents.findLatest().orElseThrow();
  }

  private void keep() {
    contents.keep(
        program.knowledge().digest(),
        program.knowledge().version(),
        KnowledgeArchive.pack(program.files()));
  }

  private InForce remembered(ClinicId clinic) {
    for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
      if (one instanceof Remembered(ClinicId of, InForce found) && of.equals(clinic)) {
        return found;
      }
    }
    List<SettingChange> latest = settings.listLatest();
    int version = latest.stream().mapToInt(SettingChange::version).max().orElse(0);
    InForce found = compiled.of(accepted().digest(), version, latest);
    TransactionSynchronizationManager.registerSynchronization(new Remembered(clinic, found));
    return found;
  }

  /** Lives as long as its transaction. */
  private record Remembered(ClinicId of, InForce found) implements TransactionSynchronization {}
}
