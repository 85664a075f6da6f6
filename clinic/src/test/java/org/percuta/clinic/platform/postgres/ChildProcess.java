package org.percuta.clinic.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Another JVM with the tests' class path, for what only a killed process shows. */
public final class ChildProcess {

  private ChildProcess() {}

  static Process start(Class<?> main, String... arguments) throws IOException {
    return command(main, arguments).start();
  }

  /** What it says goes to a file, where it stays after a kill. */
  public static Process startSaying(Path file, Class<?> main, String... arguments)
      throws IOException {
    return command(main, arguments).redirectOutput(file.toFile()).start();
  }

  private static ProcessBuilder command(Class<?> main, String... arguments) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath,
                main.getName()));
    words.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** The first line that begins so. */
  static String awaitLine(Process process, String beginning) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("The child ended without saying: " + beginning);
    }
    return line;
  }
}
