package org.percuta.clinic.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Whether a PDF can be opened, and unpacks to no more than a PDF of its size has cause to. */
final class PdfContent {

  /**
   * A scan in plain colours packs to about a twentieth, text to a tenth, and what packs to less
   * than a hundredth is nearly nothing over and over.
   */
  private static final long MOST_TIMES = 100;

  /** What a small file may unpack to all the same: a page or two of a scan that is mostly white. */
  private static final long ALWAYS = 100L * 1024 * 1024;

  /** Packed within packed within packed has no use. */
  private static final int MOST_FILTERS = 4;

  private static final List<COSName> INFLATE =
      List.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

  /** A picture is not unpacked: it is kept as small as it is here. */
  private static final List<COSName> PICTURES =
      List.of(
          COSName.DCT_DECODE,
          COSName.DCT_DECODE_ABBREVIATION,
          COSName.JPX_DECODE,
          COSName.JBIG2_DECODE,
          COSName.CCITTFAX_DECODE,
          COSName.CCITTFAX_DECODE_ABBREVIATION);

  private final long most;
  private final byte[] buffer = new byte[64 * 1024];
  private long unpacked;

  private PdfContent(long size) {
    this.most = ALWAYS + MOST_TIMES * size;
  }

  /** What is wrong with it, for the person who chose it; empty for nothing. */
  static Optional<String> fault(byte[] content) {
    try (PDDocument document = Loader.loadPDF(content)) {
      if (document.getNumberOfPages() < 1) {
        return Optional.of("This PDF has no page. Maybe it was saved only in part?");
      }
      return new PdfContent(content.length).fits(document.getDocument())
          ? Optional.empty()
          : Optional.of(
              "This PDF unpacks to more than a hundred times its size, as no letter or scan does."
                  + " Print it to PDF again and choose that.");
    } catch (InvalidPasswordException e) {
      return Optional.of("This PDF needs a password. Save it without one and choose it again.");
    } catch (IOException | RuntimeException e) {
      // The parser meets damage in many ways; each means that the file cannot be opened.
      return Optional.of(
          "This begins like a PDF and cannot be opened as one. Maybe it was saved only in part?");
    }
  }

  private boolean fits(COSDocument document) {
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      if (document.getObjectFromPool(key).getObject() instanceof COSStream stream
          && !fits(stream)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(COSStream stream) {
    try (InputStream content = unpacked(stream)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        unpacked += read;
        if (unpacked > most) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      // A stream that ends early is common and is shown as far as it goes.
      return true;
    }
  }

  /** What inflates is read as it comes; the rarer ways to pack a text are unpacked as a whole. */
  private static InputStream unpacked(COSStream stream) throws IOException {
    List<? extends COSBase> filters =
        switch (stream.getFilters()) {
          case COSArray several -> several.toList();
          case COSName one -> List.of(one);
          case null, default -> List.<COSBase>of();
        };
    if (filters.size() > MOST_FILTERS) {
      throw new IllegalArgumentException("A stream packed " + filters.size() + " times.");
    }
    InputStream content = stream.createRawInputStream();
    for (COSBase filter : filters) {
      if (INFLATE.contains(filter)) {
        content = new InflaterInputStream(content);
      } else {
        return PICTURES.contains(filter) ? content : stream.createInputStream();
      }
    }
    return content;
  }
}
