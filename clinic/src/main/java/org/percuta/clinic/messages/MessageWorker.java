package org.percuta.clinic.messages;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks at the queue again and again while the application runs. */
@Component
class MessageWorker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MessageWorker.class);

  /** A message that is being sent is seen through before the application ends. */
  private static final Duration SEEING_THROUGH = Duration.ofSeconds(30);

  private final MessageDelivery delivery;
  private final MailSettings settings;
  private CountDownLatch end = new CountDownLatch(1);
  private @Nullable Thread thread;

  MessageWorker(MessageDelivery delivery, MailSettings settings) {
    this.delivery = delivery;
    this.settings = settings;
  }

  @Override
  public boolean isAutoStartup() {
    return settings.worker();
  }

  @Override
  public synchronized void start() {
    CountDownLatch untilThen = new CountDownLatch(1);
    end = untilThen;
    // Not a virtual thread: interrupting one closes its connection in the middle of a message.
    thread = Thread.ofPlatform().daemon().name("messages").start(() -> work(untilThen));
  }

  private void work(CountDownLatch untilThen) {
    String told = "";
    do {
      try {
        delivery.look();
        if (!told.isEmpty()) {
          LOG.warn("Messages go on.");
        }
        told = "";
      } catch (DataAccessException | TransactionException e) {
        told = tell(told, "Messages wait: the database is not answering.", e);
      } catch (RuntimeException e) {
        told = tell(told, "Messages could not be looked at.", e);
      }
    } while (!isOver(untilThen));
  }

  /** What lasts is told once, not at every look. */
  private static String tell(String told, String what, RuntimeException why) {
    if (!what.equals(told)) {
      LOG.warn(what, why);
    }
    return what;
  }

  private boolean isOver(CountDownLatch untilThen) {
    try {
      return untilThen.await(settings.pause().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public synchronized void stop() {
    end.countDown();
    Thread running = thread;
    thread = null;
    if (running != null) {
      try {
        running.join(SEEING_THROUGH);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}
