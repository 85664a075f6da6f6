package org.percuta.clinic.documents;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Looks at one file in a process of its own, which {@link Examiner} starts: the content comes in,
 * what is wrong with it goes out, and nothing goes out when it is whole.
 */
final class Opening {

  /** Ends a process that did what it was asked, whatever it found. */
  static final int LOOKED = 42;

  private Opening() {}

  public static void main(String[] arguments) throws IOException {
    byte[] content = System.in.readAllBytes();
    String fault =
        switch (DocumentKind.check(content)) {
          case DocumentKind.Checked.Good _ -> "";
          case DocumentKind.Checked.Bad(String why) -> why;
        };
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(fault.getBytes(StandardCharsets.UTF_8));
    }
    System.exit(LOOKED);
  }
}
