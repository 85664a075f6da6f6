package org.percuta.clinic.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as somebody chose it.
 *
 * @param name the last part of its name, for people only: nothing is decided by it
 */
public record Upload(String name, byte[] content) {

  private static final int LONGEST_NAME = 120;

  /**
   * The file in the field {@code file}; empty, with a fault, when there is none or it is too large.
   *
   * @param most largest size in MB
   */
  public static Optional<Upload> read(Form form, @Nullable MultipartFile file, int most) {
    if (file == null || file.isEmpty()) {
      form.reject("file", file == null || name(file).isEmpty() ? "Choose a file." : "It is empty.");
      return Optional.empty();
    }
    if (file.getSize() > most * 1024L * 1024L) {
      form.reject(
          "file",
          "This file has "
              + Math.ceilDiv(file.getSize(), 1024L * 1024L)
              + " MB; at most "
              + most
              + " MB are taken. Choose a smaller one.");
      return Optional.empty();
    }
    try {
      return Optional.of(new Upload(name(file), file.getBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some browsers send a path; what is not a letter, digit or plain sign becomes a space. */
  private static String name(MultipartFile file) {
    String sent = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[^\\p{L}\\p{N}._()' -]", " ").strip();
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }
}
