package org.percuta.protocol.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML or JSON document into a {@link Node}. Size and nesting are bounded; anchors,
 * aliases, tags and duplicate keys are findings, since no file here needs them and they are how
 * small files become large ones.
 */
public final class YamlReader {

  /** Largest document, in bytes. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  private static final int MAX_DEPTH = 60;

  private final String file;
  private final Findings findings;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Node root;
  private int documents;

  private YamlReader(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /**
   * The document's root, or empty when there is none or it cannot be read; the findings say why.
   */
  public static Optional<Node> read(String file, byte[] bytes, Findings findings) {
    if (bytes.length > MAX_BYTES) {
      findings.error(
          "PX-0101",
          "The file has " + bytes.length + " bytes; at most " + MAX_BYTES + " are read.",
          "",
          Place.of(file),
          "Maybe it is not an intake file? A FHIR Bundle begins with a resourceType.");
      return Optional.empty();
    }
    return decode(file, bytes, findings)
        .flatMap(text -> new YamlReader(file, findings).parse(text));
  }

  private Optional<Node> parse(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(MAX_BYTES).build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        if (!accept(event)) {
          return Optional.empty();
        }
      }
    } catch (MarkedYamlEngineException e) {
      findings.error(
          "PX-0102",
          sentence(e.getProblem()),
          "",
          place(e.getProblemMark()),
          "Maybe a bracket or quote is left open, or a line is indented wrongly?");
      return Optional.empty();
    } catch (YamlEngineException e) {
      findings.error("PX-0102", sentence(String.valueOf(e.getMessage())), "", Place.of(file), null);
      return Optional.empty();
    }
    if (root == null) {
      findings.error(
          "PX-0103", "The file is empty.", "", Place.of(file), "Maybe the wrong file was named?");
    }
    return Optional.ofNullable(root);
  }

  /** Takes one event; false when reading cannot go on. */
  private boolean accept(Event event) {
    Place place = place(event.getStartMark());
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      findings.error(
          "PX-0104", "Anchors and aliases are not read.", "", place, "Maybe write it out twice?");
      return false;
    }
    switch (event.getEventId()) {
      case DocumentStart -> {
        if (++documents > 1) {
          findings.error(
              "PX-0105", "A second document begins here.", "", place, "Maybe split the file?");
          return false;
        }
      }
      case MappingStart, SequenceStart -> {
        if (open.size() >= MAX_DEPTH) {
          findings.error(
              "PX-0106",
              "Nested more than " + MAX_DEPTH + " deep.",
              "",
              place,
              "Maybe a bracket was repeated?");
          return false;
        }
        if (hasTag(event)) {
          findings.error("PX-0104", "Tags are not read.", "", place, "Maybe leave out the '!'?");
          return false;
        }
        open.push(new Open(event.getEventId() == Event.ID.MappingStart, place));
      }
      case MappingEnd, SequenceEnd -> {
        Node done = open.pop().close();
        return put(done);
      }
      case Scalar -> {
        ScalarEvent scalar = (ScalarEvent) event;
        boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
        return put(new Node.ScalarNode(scalar.getValue(), quoted, place));
      }
      case Alias -> throw new IllegalStateException(((AliasEvent) event).toString());
      case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
    }
    return true;
  }

  private static boolean hasTag(Event event) {
    return switch (event) {
      case MappingStartEvent start -> start.getTag().isPresent();
      case SequenceStartEvent start -> start.getTag().isPresent();
      default -> false;
    };
  }

  private boolean put(Node node) {
    Open parent = open.peek();
    if (parent == null) {
      root = node;
      return true;
    }
    return parent.put(node, findings);
  }

  private Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(Place.of(file));
  }

  private static String sentence(String problem) {
    String first = problem.lines().findFirst().orElse("It cannot be read");
    String text = Character.toUpperCase(first.charAt(0)) + first.substring(1);
    return text.endsWith(".") ? text : text + ".";
  }

  private static Optional<String> decode(String file, byte[] bytes, Findings findings) {
    int start = startsWithMark(bytes) ? 3 : 0;
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      findings.error(
          "PX-0107",
          "Byte " + in.position() + " is not UTF-8.",
          "",
          new Place(file, line, 0),
          "Maybe the file was saved in another encoding? Save it as UTF-8.");
      return Optional.empty();
    }
    return Optional.of(out.flip().toString());
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /** A map or list being read. */
  private static final class Open {
    private final boolean map;
    private final Place place;
    private final LinkedHashMap<String, Node.Entry> entries = new LinkedHashMap<>();
    private final List<Node> items = new ArrayList<>();
    private Node.@Nullable ScalarNode key;

    Open(boolean map, Place place) {
      this.map = map;
      this.place = place;
    }

    boolean put(Node node, Findings findings) {
      if (!map) {
        items.add(node);
        return true;
      }
      if (key == null) {
        if (!(node instanceof Node.ScalarNode scalar)) {
          findings.error("PX-0108", "A key must be a single word.", "", node.place(), null);
          return false;
        }
        key = scalar;
        return true;
      }
      Node.Entry had = entries.put(key.text(), new Node.Entry(key.place(), node));
      if (had != null) {
        findings.add(
            Finding.error(
                "PX-0109",
                "The key stands twice; the other is on line " + had.keyPlace().line() + ".",
                key.text(),
                key.place(),
                "Maybe one of them is another key?"));
      }
      key = null;
      return true;
    }

    Node close() {
      return map ? new Node.MapNode(entries, place) : new Node.ListNode(items, place);
    }
  }
}
