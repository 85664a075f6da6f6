package org.percuta.clinic.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that gives at each step the answer it was told, and notes what it hears. */
final class ScriptedServer implements AutoCloseable {

  static final String USER = "desk";
  static final String PASSWORD = "correct horse battery";

  /** Ends the connection instead of answering. */
  static final String DROP = "drop";

  /** Never answers. */
  static final String HANG = "hang";

  /** Where it can answer otherwise. */
  enum Step {
    GREETING("220 here"),
    LOG_IN("235 welcome"),
    MAIL("250 fine"),
    RCPT("250 fine"),
    DATA("354 go on"),
    /** After the final dot. */
    TEXT("250 taken");

    private final String usual;

    Step(String usual) {
      this.usual = usual;
    }
  }

  private final ServerSocket listening;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<Step, Supplier<String>> script = new EnumMap<>(Step.class);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private volatile @Nullable SSLContext certificate;
  private volatile boolean implicit;

  ScriptedServer() {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Offers STARTTLS, and a log-in once it is used. */
  ScriptedServer withCertificate(SSLContext one) {
    certificate = one;
    return this;
  }

  /** Speaks TLS from the first byte. */
  ScriptedServer withCertificateFromTheStart(SSLContext one) {
    implicit = true;
    return withCertificate(one);
  }

  synchronized ScriptedServer answering(Step step, String answer) {
    return answering(step, () -> answer);
  }

  synchronized ScriptedServer answering(Step step, Supplier<String> answer) {
    script.put(step, answer);
    return this;
  }

  /** As it is when it is new, but for what it has in its hands. */
  synchronized void reset() {
    script.clear();
    heard.clear();
    texts.clear();
    certificate = null;
    implicit = false;
  }

  /** Each command's first word, after {@code tls} or {@code clear}. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** The texts that were sent to the final dot, whatever was answered. */
  List<String> texts() {
    return List.copyOf(texts);
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        // Closed.
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Socket used = implicit ? encrypted(socket) : socket;
      if (say(used, Step.GREETING)) {
        talk(used);
      }
    } catch (IOException e) {
      // The other end has left, which some tests are about.
      heard.add("left");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void talk(Socket socket) throws IOException, InterruptedException {
    boolean encrypted = socket instanceof SSLSocket;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    boolean open = true;
    for (String line = in.readLine(); open && line != null; line = open ? in.readLine() : null) {
      String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
      heard.add((encrypted ? "tls " : "clear ") + verb);
      switch (verb) {
        case "EHLO" -> say(socket, extensions(encrypted));
        case "STARTTLS" -> {
          say(socket, "220 go on");
          talk(encrypted(socket));
          open = false;
        }
        case "AUTH" ->
            open = isRight(line) ? say(socket, Step.LOG_IN) : say(socket, "535 wrong: " + line);
        case "MAIL" -> open = say(socket, Step.MAIL);
        case "RCPT" -> open = say(socket, Step.RCPT);
        case "DATA" -> open = say(socket, Step.DATA) && take(in, socket);
        case "QUIT" -> open = say(socket, "221 bye") && false;
        default -> say(socket, "250 fine");
      }
    }
  }

  private String extensions(boolean encrypted) {
    if (encrypted) {
      return "250-here\r\n250 AUTH PLAIN";
    }
    return certificate == null ? "250-here\r\n250 AUTH PLAIN" : "250-here\r\n250 STARTTLS";
  }

  private SSLSocket encrypted(Socket socket) throws IOException {
    SSLContext shown = java.util.Objects.requireNonNull(certificate);
    SSLSocket encrypted =
        (SSLSocket) shown.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    encrypted.setUseClientMode(false);
    encrypted.startHandshake();
    return encrypted;
  }

  private static boolean isRight(String line) {
    String given = new String(Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length())));
    return given.endsWith("\0" + USER + "\0" + PASSWORD);
  }

  /** Takes the text only when it was let send it. */
  private boolean take(BufferedReader in, Socket socket) throws IOException, InterruptedException {
    if (!answer(Step.DATA).startsWith("3")) {
      return true;
    }
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        texts.add(text.toString());
        return say(socket, Step.TEXT);
      }
      text.append(line).append('\n');
    }
    return false;
  }

  private boolean say(Socket socket, Step step) throws IOException, InterruptedException {
    String answer = answer(step);
    if (answer.equals(HANG)) {
      closed.await();
    }
    return !answer.equals(HANG) && !answer.equals(DROP) && say(socket, answer);
  }

  private String answer(Step step) {
    Supplier<String> told;
    synchronized (this) {
      told = script.get(step);
    }
    return told == null ? step.usual : told.get();
  }

  private static boolean say(Socket socket, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return true;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
