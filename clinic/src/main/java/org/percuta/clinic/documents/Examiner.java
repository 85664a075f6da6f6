package org.percuta.clinic.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.percuta.clinic.documents.DocumentKind.Checked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Opens files that came from outside. What unpacks (a PDF, a picture) is opened in a process of its
 * own, with little memory, little time, none of our secrets and nothing to lose: a file made to
 * fill the memory, to go on for ever or to break its reader ends that process and not this one.
 */
@Component
class Examiner {

  private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);

  /** Starting a JVM, on a busy machine, and reading ten megabytes. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int AT_ONCE = 2;
  private static final int LONGEST_WORDS = 1000;

  private static final String LATER =
      "Other files are being looked at, and this one has waited long. Choose it again in a minute.";
  private static final String NO_PROCESS =
      "It could not be looked at here, so it was not kept. Tell whoever runs Percuta, who finds why"
          + " in the log.";

  private final Duration longest;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  @Autowired
  Examiner() {
    this(LONGEST);
  }

  Examiner(Duration longest) {
    this.longest = longest;
  }

  Checked check(byte[] content) {
    DocumentKind kind = DocumentKind.begin(content);
    if (kind == DocumentKind.TEXT) {
      return DocumentKind.check(content);
    }
    try {
      if (!places.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Checked.Bad(LATER);
      }
      try {
        return examined(kind, content);
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Checked.Bad(LATER);
    } catch (IOException e) {
      LOG.error("A document could not be opened in a process of its own", e);
      return new Checked.Bad(NO_PROCESS);
    }
  }

  private Checked examined(DocumentKind kind, byte[] content)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().clear();
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      // Both ways of talking can block, so both end with the process, which the clock ends.
      Thread clock = Thread.ofVirtual().start(() -> endLate(process));
      send(process, content);
      String fault;
      try (InputStream answer = process.getInputStream()) {
        fault = new String(answer.readNBytes(LONGEST_WORDS), StandardCharsets.UTF_8);
      }
      clock.join();
      int end = process.exitValue();
      if (end == Opening.LOOKED) {
        return fault.isEmpty() ? new Checked.Good(kind) : new Checked.Bad(fault);
      }
      LOG.warn("A {} of {} bytes ended the process that opened it: {}", kind, content.length, end);
      return new Checked.Bad(
          "This "
              + kind.words()
              + " takes more memory or time to open than any letter, scan or photo does. Print it"
              + " to PDF again, or save the picture smaller.");
    } finally {
      process.destroyForcibly();
    }
  }

  private void endLate(Process process) {
    try {
      if (!process.waitFor(longest)) {
        process.destroyForcibly();
        process.waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** A process that is gone already takes no more; its end tells why. */
  private static void send(Process process, byte[] content) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(content);
    } catch (IOException e) {
      LOG.debug("The process that opens a document stopped listening", e);
    }
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx192m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-Djava.awt.headless=true",
        "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
        "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
        "-cp",
        System.getProperty("java.class.path"),
        Opening.class.getName());
  }
}
