package org.percuta.protocol.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The bytes of the knowledge files, by path, from a folder or from the class path. */
public final class KnowledgeFiles {

  private static final String ROOT = "org/percuta/knowledge/";
  private static final List<String> CONTENT = List.of("protocol/", "sources/", "terminology/");
  private static final List<String> CASES = List.of("cases/");
  private static final List<String> PARAMETERS = List.of("parameters/");

  private KnowledgeFiles() {}

  /** The knowledge that this build ships. */
  public static SortedMap<String, byte[]> shipped() {
    return shipped(CONTENT);
  }

  /** The golden cases that this build ships. */
  public static SortedMap<String, byte[]> shippedCases() {
    return shipped(CASES);
  }

  /** The numbers of the skin model that this build ships. */
  public static SortedMap<String, byte[]> shippedParameters() {
    return shipped(PARAMETERS);
  }

  private static SortedMap<String, byte[]> shipped(List<String> folders) {
    URL url = KnowledgeFiles.class.getClassLoader().getResource(ROOT + "version.yaml");
    if (url == null) {
      throw new IllegalStateException("The knowledge jar is not on the class path");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        jar.setUseCaches(false);
        try (JarFile file = jar.getJarFile()) {
          return fromJar(file, folders);
        }
      }
      return fromFolder(Path.of(url.toURI()).resolveSibling(""), folders);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The knowledge files below a folder laid out as {@code knowledge/} is. */
  public static SortedMap<String, byte[]> fromFolder(Path folder) throws IOException {
    return fromFolder(folder, CONTENT);
  }

  /** The golden cases below a folder laid out as {@code knowledge/} is. */
  public static SortedMap<String, byte[]> casesFromFolder(Path folder) throws IOException {
    return fromFolder(folder, CASES);
  }

  /** The numbers of the skin model below a folder laid out as {@code knowledge/} is. */
  public static SortedMap<String, byte[]> parametersFromFolder(Path folder) throws IOException {
    return fromFolder(folder, PARAMETERS);
  }

  private static SortedMap<String, byte[]> fromFolder(Path folder, List<String> folders)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (isKnowledge(name, folders)) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> fromJar(JarFile jar, List<String> folders)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (JarEntry entry : jar.stream().toList()) {
      if (entry.getName().startsWith(ROOT)) {
        String name = entry.getName().substring(ROOT.length());
        if (isKnowledge(name, folders)) {
          files.put(name, jar.getInputStream(entry).readAllBytes());
        }
      }
    }
    return files;
  }

  private static boolean isKnowledge(String name, List<String> folders) {
    return (name.equals("version.yaml") && folders == CONTENT)
        || (name.endsWith(".yaml") && folders.stream().anyMatch(name::startsWith));
  }
}
