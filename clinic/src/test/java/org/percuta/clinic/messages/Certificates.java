package org.percuta.clinic.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.percuta.clinic.testing.TestFolders;

/** Certificates of mail servers, made by the JDK's keytool. */
final class Certificates {

  static final String PASSWORD = "changeit";

  private static final Path FOLDER = TestFolders.fresh("certificates");

  /** Of this host, and trusted. */
  static final Path GOOD = made("good", "localhost");

  /** Trusted, but of another host. */
  static final Path ELSEWHERE = made("elsewhere", "mail.example.org");

  /** Of this host, and known to nobody. */
  static final Path STRANGER = made("stranger", "localhost");

  private Certificates() {}

  private static Path made(String name, String host) {
    Path file = FOLDER.resolve(name + ".p12");
    try {
      Files.createDirectories(FOLDER);
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  name,
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=" + host,
                  "-ext",
                  "san=dns:" + host,
                  "-validity",
                  "3650",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  PASSWORD)
              .redirectErrorStream(true)
              .start();
      String said = new String(keytool.getInputStream().readAllBytes());
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a server shows this certificate with. */
  static SSLContext of(Path file) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store(file), PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What trusts the first two, as a Java does whose trust store has them. */
  static SSLContext trusting() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (Path file : new Path[] {GOOD, ELSEWHERE}) {
        KeyStore from = store(file);
        String alias = from.aliases().nextElement();
        Certificate certificate = from.getCertificate(alias);
        trusted.setCertificateEntry(alias, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyStore store(Path file) throws GeneralSecurityException {
    try {
      return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
