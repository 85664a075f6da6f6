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
    boolean down = false;
    do {
      try {
        delivery.look();
        down = false;
      } catch (DataAccessException | TransactionException e) {
        if (!down) {
          LOG.warn("Messages wait: the database is not answering.", e);
        }
        down = true;
      } catch (RuntimeException e) {
        LOG.error("Messages could not be looked at.", e);
      }
    } while (!isOver(untilThen));
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
