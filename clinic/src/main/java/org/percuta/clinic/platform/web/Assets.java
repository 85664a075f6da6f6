package org.percuta.clinic.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Static files under {@code /assets}, addressed with their hash so that a browser may keep them.
 */
@Component
public class Assets {

  private static final int HASH_CHARS = 12;

  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  String address(String file) {
    return addresses.computeIfAbsent(file, Assets::versioned);
  }

  private static String versioned(String file) {
    try (InputStream content = Assets.class.getResourceAsStream("/assets/" + file)) {
      if (content == null) {
        throw new IllegalArgumentException("There is no asset " + file);
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return "/assets/" + file + "?v=" + HexFormat.of().formatHex(hash).substring(0, HASH_CHARS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
