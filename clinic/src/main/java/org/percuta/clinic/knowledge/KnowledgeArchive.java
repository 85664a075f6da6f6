package org.percuta.clinic.knowledge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of one content as one zip, so that it can be kept in a row. */
final class KnowledgeArchive {

  private static final int MOST_FILES = 500;
  private static final int MOST_BYTES = 16 << 20;

  private KnowledgeArchive() {}

  static byte[] pack(SortedMap<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException when it is no zip, or unpacks to more than content ever needs
   */
  static SortedMap<String, byte[]> unpack(byte[] archive) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    int left = MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readNBytes(left + 1);
        left -= bytes.length;
        if (left < 0 || files.size() == MOST_FILES) {
          throw new IOException("It unpacks to more than clinical content ever is");
        }
        files.put(entry.getName(), bytes);
      }
    }
    if (files.isEmpty()) {
      throw new IOException("It is not a zip of knowledge files");
    }
    return files;
  }
}
