package org.percuta.clinic.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.percuta.clinic.platform.settings.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing: after five failures of an account from an address, and after twenty from an
 * address, each further one doubles the wait, up to fifteen minutes. Counts live in the database,
 * so that a restart or another node does not forget them.
 */
@Component
public class SignInThrottle {

  private static final int FREE_PER_ACCOUNT = 5;
  private static final int FREE_PER_ADDRESS = 20;
  private static final Duration FORGET = Duration.ofHours(1);
  private static final long MOST_S = Duration.ofMinutes(15).toSeconds();
  private static final long FIRST_S = 30;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String key;

  SignInThrottle(JdbcClient sql, PlatformTransactionManager manager, Clock clock, Secrets secrets) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(manager);
    this.clock = clock;
    this.key = secrets.get("throttle");
  }

  /** When this account may try again from this address; empty when it may now. */
  public Optional<Instant> blockedUntil(String account, String address) {
    Instant now = clock.instant();
    Optional<Instant> until =
        transaction.execute(status ->
            sql.sql(
                    "select max(blocked_until) as until from sign_in_throttle"
                        + " where bucket in (?, ?)")
                .params(bucket(account, address), bucket("", address))
                .query((row, number) ->
                    Optional.ofNullable(row.getTimestamp("until"))
                        .map(java.sql.Timestamp::toInstant))
                .single());
    return until == null ? Optional.empty() : until.filter(now::isBefore);
  }

  public void failed(String account, String address) {
    transaction.executeWithoutResult(status -> {
      count(bucket(account, address), FREE_PER_ACCOUNT);
      count(bucket("", address), FREE_PER_ADDRESS);
    });
  }

  public void succeeded(String account, String address) {
    transaction.executeWithoutResult(status ->
        sql.sql("delete from sign_in_throttle where bucket = ?")
            .param(bucket(account, address))
            .update());
  }

  private void count(byte[] bucket, int free) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    int failures =
        sql.sql(
                """
                insert into sign_in_throttle as t (bucket, failures, last_failure) values (?, 1, ?)
                on conflict (bucket) do update set last_failure = excluded.last_failure,
                  failures = case when t.last_failure < ? then 1 else t.failures + 1 end
                returning failures\
                """)
            .params(bucket, now, now.minus(FORGET))
            .query(Integer.class)
            .single();
    if (failures >= free) {
      long wait_s = Math.min(MOST_S, FIRST_S << Math.min(failures - free, 10));
      sql.sql("update sign_in_throttle set blocked_until = ? where bucket = ?")
          .params(now.plusSeconds(wait_s), bucket)
          .update();
    }
  }

  private byte[] bucket(String account, String address) {
    return Tokens.hmac(key, account.toLowerCase(Locale.ROOT) + "|" + address);
  }
}
