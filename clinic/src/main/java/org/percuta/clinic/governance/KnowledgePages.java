package org.percuta.clinic.governance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Acceptance;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.io.Describe;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.HouseNumbers;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Source;
import org.percuta.protocol.model.Sourced;
import org.springframework.stereotype.Component;

/** Makes what the knowledge browser shows; in a clinic transaction. */
@Component
class KnowledgePages {

  private static final int ON_A_PAGE = 40;
  private static final int LAST_PAGE = 1000;

  /** Parts of an item that the page shows in its own way. */
  private static final Set<String> SHOWN_APART =
      Set.of("id", "claims", "literature", "grade", "conflict", "title", "label", "sides");

  private final Governance governance;
  private final Catalogue catalogue;
  private final Protocols protocols;

  KnowledgePages(Governance governance, Catalogue catalogue, Protocols protocols) {
    this.governance = governance;
    this.catalogue = catalogue;
    this.protocols = protocols;
  }

  /** One kind, with how much of it waits for a clinician. */
  record KindCard(ItemKind kind, int items, long open) {}

  /**
   * One item in a list.
   *
   * @param state word of the label beside it; empty when there is none
   */
  record Line(
      String address,
      String id,
      String kind,
      String title,
      String text,
      String state,
      String tag) {}

  /** One page of a list, from 1. */
  record Part(List<Line> lines, int total, int number, int pages) {}

  record StartPage(
      String query,
      Part found,
      List<KindCard> kinds,
      String version,
      String digest,
      String since,
      int settingsVersion,
      long open,
      boolean waiting,
      boolean mayUpgrade) {}

  record KindPage(ItemKind kind, Part part, boolean onlyOpen, long open) {}

  /** Something else the page points to. */
  record Link(String words, String id, String address) {}

  record ItemPage(
      Item item,
      String gradeTag,
      String strength,
      Map<String, String> parts,
      @Nullable Trace trace,
      Trace.@Nullable Disagreement disagreement,
      List<Link> links,
      String linksTitle,
      String outside,
      String approved,
      boolean open,
      boolean mayApprove,
      String fingerprint,
      Form form) {}

  StartPage start(Actor actor, String query, int page) {
    Knowledge knowledge = governance.now().knowledge();
    Standing standing = governance.standing();
    List<KindCard> kinds =
        Arrays.stream(ItemKind.values())
            .map(kind -> {
              List<Item> items = kind.list(knowledge);
              return new KindCard(
                  kind, items.size(), items.stream().filter(standing::isOpen).count());
            })
            .toList();
    Acceptance accepted = protocols.accepted();
    return new StartPage(
        query,
        part(catalogue.search(knowledge, query), standing, page),
        kinds,
        accepted.version(),
        Words.digest(accepted.digest()),
        Words.at(accepted.at(), actor.zone()) + ", " + accepted.by(),
        governance.now().settingsVersion(),
        kinds.stream().mapToLong(KindCard::open).sum(),
        protocols.isUpgradeWaiting(),
        actor.is(Role.OWNER) || actor.is(Role.CLINICIAN));
  }

  KindPage kind(ItemKind kind, boolean onlyOpen, int page) {
    Standing standing = governance.standing();
    List<Item> all = kind.list(governance.now().knowledge());
    List<Item> open = all.stream().filter(standing::isOpen).toList();
    return new KindPage(kind, part(onlyOpen ? open : all, standing, page), onlyOpen, open.size());
  }

  private static Part part(List<Item> items, Standing standing, int page) {
    int pages = Math.max(1, (items.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    int number = Math.min(page, pages);
    return new Part(
        items.stream()
            .skip((long) (number - 1) * ON_A_PAGE)
            .limit(ON_A_PAGE)
            .map(item -> line(item, standing))
            .toList(),
        items.size(),
        number,
        pages);
  }

  private static Line line(Item item, Standing standing) {
    boolean open = standing.isOpen(item);
    Grade grade = item.grade();
    return new Line(
        item.address(),
        item.id(),
        item.kind().title(),
        item.title(),
        item.text(),
        grade == null
            ? ""
            : open ? "H, not approved" : grade == Grade.H ? "H, approved" : grade.name(),
        grade == null ? "" : open ? "amber" : grade == Grade.H ? "sage" : Words.gradeTag(grade));
  }

  ItemPage item(Actor actor, Item item, Form form) {
    Knowledge knowledge = governance.now().knowledge();
    Traces traces = Traces.in(knowledge, "/knowledge/trace/");
    Standing standing = governance.standing();
    Map<String, String> parts = new LinkedHashMap<>();
    Describe.parts(item.record())
        .forEach((key, text) -> {
          if (!SHOWN_APART.contains(key)
              && !text.equals(item.title())
              && !text.equals(item.text())) {
            parts.put(Words.key(key), Words.plain(text));
          }
        });
    Grade grade = item.grade();
    List<Link> links = links(knowledge, item);
    return new ItemPage(
        item,
        grade == null ? "" : Words.gradeTag(grade),
        grade == null ? "" : Trace.strength(grade),
        parts,
        item.record() instanceof Sourced sourced ? traces.of(sourced) : null,
        item.record() instanceof Conflict conflict ? traces.disagreement(conflict) : null,
        links,
        linksTitle(item, links),
        item.record() instanceof Source(_, _, String address, _, _) && address != null
            ? address
            : "",
        standing
            .find(item)
            .map(by -> by.name() + ", " + Words.at(by.at(), actor.zone()) + note(by.note()))
            .orElse(""),
        standing.isOpen(item),
        actor.is(Role.CLINICIAN),
        item.needsApproval() ? item.fingerprint() : "",
        form);
  }

  private static String note(String note) {
    return note.isEmpty() ? "" : ": " + note;
  }

  private static String linksTitle(Item item, List<Link> links) {
    return switch (item.record()) {
      case Rule _ -> links.isEmpty() ? "" : "Clinic settings it follows";
      case Source _ -> "What was taken from it";
      case Conflict _ -> "Where its reading is applied";
      case Claim _, LiteratureFact _ -> "Where it is used";
      default -> links.isEmpty() ? "" : "Clinic settings it names";
    };
  }

  /** From what was read to what carries it out. */
  private static List<Link> links(Knowledge knowledge, Item item) {
    List<Link> links = new ArrayList<>();
    for (ItemKind kind : ItemKind.values()) {
      kind.list(knowledge).stream()
          .filter(other -> restsOn(other, item))
          .forEach(other -> links.add(link(other)));
    }
    return links;
  }

  private static Link link(Item item) {
    String words =
        item.record() instanceof HouseSetting setting
            ? item.title() + ": " + Words.value(setting, setting.value())
            : item.title();
    return new Link(words, item.id(), item.address());
  }

  private static boolean restsOn(Item other, Item item) {
    return switch (item.record()) {
      case Source source ->
          other.record() instanceof Claim claim && claim.source().equals(source.id())
              || other.record() instanceof LiteratureFact fact && fact.source().equals(source.id());
      case Claim claim ->
          other.record() instanceof Sourced sourced && sourced.claims().contains(claim.id())
              || other.record() instanceof Conflict conflict
                  && conflict.sides().stream().anyMatch(side -> side.claims().contains(claim.id()));
      case LiteratureFact fact ->
          other.record() instanceof Sourced sourced && sourced.literature().contains(fact.id())
              || other.record() instanceof Conflict conflict
                  && conflict.sides().stream()
                      .anyMatch(side -> side.literature().contains(fact.id()));
      case Rule rule ->
          other.record() instanceof HouseSetting setting && SettingUse.follows(rule, setting);
      case Conflict conflict ->
          other.record() instanceof Sourced sourced && conflict.id().equals(sourced.conflict());
      default ->
          other.record() instanceof HouseSetting setting
              && HouseNumbers.named(item.written()).contains(setting.id());
    };
  }

  /** Anything that is no number of a page is the first: a bad address still shows a list. */
  static int number(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 1, LAST_PAGE);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
