package org.percuta.clinic.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.errors.ContentUnreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The protocol the public pages answer by: what is in force at the clinic where there is exactly
 * one, otherwise the program's content as written. It is held in memory, since these pages never
 * wait for the database; a request asks once, so that it sees one protocol from begin to end.
 */
@Component
public class PublicProtocol implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PublicProtocol.class);

  /** After so long what another node changed is seen here. */
  private static final Duration EVERY = Duration.ofSeconds(30);

  /** A look that is under way ends by itself when the database does not answer. */
  private static final Duration SEEING_THROUGH = Duration.ofSeconds(10);

  private final ProgramContent program;
  private final Protocols protocols;
  private final JdbcClient sql;

  /** Whoever looks later also says later: no look lays older content over newer. */
  private final ReentrantLock looking = new ReentrantLock();

  private volatile Supplier<InForce> known;
  private String told = "";
  private @Nullable ScheduledExecutorService looks;

  PublicProtocol(ProgramContent program, Protocols protocols, JdbcClient sql) {
    this.program = program;
    this.protocols = protocols;
    this.sql = sql;
    this.known = program::asWritten;
  }

  /**
   * What was last known to hold; the content as written before anything is known.
   *
   * @throws ContentUnreadable when this version of the program cannot read what the one clinic has
   *     accepted
   */
  public InForce current() {
    return known.get();
  }

  /**
   * Looks again, at once: call after a transaction that changed what holds at a clinic, never
   * within it. What was known stays so while the database does not answer.
   */
  public void refresh() {
    looking.lock();
    try {
      InForce now = look();
      known = () -> now;
      if (!told.isEmpty()) {
        LOG.warn("The public pages follow the clinic again.");
      }
      told = "";
    } catch (ContentUnreadable e) {
      String why = String.valueOf(e.getMessage());
      known =
          () -> {
            throw new ContentUnreadable(why);
          };
      tell("The public pages give no verdict.", e);
    } catch (RuntimeException e) {
      tell("The public pages go on with what was last known of the clinic.", e);
    } finally {
      looking.unlock();
    }
  }

  private InForce look() {
    // The ids of clinics are public; no row of theirs is read here.
    List<ClinicId> clinics =
        sql.sql("select clinic_id from clinic limit 2")
            .query((row, number) -> new ClinicId(row.getObject("clinic_id", UUID.class)))
            .list();
    return clinics.size() == 1 ? protocols.of(clinics.getFirst()) : program.asWritten();
  }

  /** What lasts is told once, not at every look. */
  private void tell(String what, RuntimeException why) {
    if (!what.equals(told)) {
      LOG.warn(what, why);
    }
    told = what;
  }

  /** Before the web server, which is not kept waiting: the first look has a thread of its own. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService own =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("public-protocol").factory());
    own.scheduleWithFixedDelay(this::refresh, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    looks = own;
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService own = looks;
    looks = null;
    if (own != null) {
      own.shutdown();
      try {
        if (!own.awaitTermination(SEEING_THROUGH.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("A look at the clinic\u2019s protocol is given up: the database hangs.");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return looks != null;
  }
}
