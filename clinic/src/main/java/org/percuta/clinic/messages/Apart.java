package org.percuta.clinic.messages;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What is wrong with one course or message must not keep the others from being sent. */
@Component
class Apart {

  private static final Logger LOG = LoggerFactory.getLogger(Apart.class);

  /** Told once: a worker looks every few seconds. */
  private final Set<UUID> told = ConcurrentHashMap.newKeySet();

  /**
   * Runs {@code work}, a transaction of its own. Empty when it failed.
   *
   * @throws DataAccessException or TransactionException when it is the database that fails, which
   *     then fails for the others too
   */
  <T> Optional<T> run(UUID id, Supplier<T> work) {
    try {
      Optional<T> done = Optional.of(work.get());
      told.remove(id);
      return done;
    } catch (DataIntegrityViolationException e) {
      tell(id, e);
    } catch (DataAccessException | TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      tell(id, e);
    }
    return Optional.empty();
  }

  private void tell(UUID id, RuntimeException why) {
    if (told.add(id)) {
      LOG.error("Messages on {} could not be worked out.", id, why);
    }
  }
}
