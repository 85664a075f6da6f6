package org.percuta.clinic.understand;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.PublicProtocol;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.Knowledge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages that explain, and the search in their sources. */
@Controller
@RequestMapping("/understand")
@Allow(everybody = true)
class UnderstandController {

  private static final int ON_A_PAGE = 20;
  private static final int LONGEST_QUERY = 200;

  private final PublicProtocol protocol;
  private volatile @Nullable Library library;

  UnderstandController(PublicProtocol protocol) {
    this.protocol = protocol;
  }

  /** All topics. */
  record ContentsView(List<Topic> topics) {}

  /**
   * What a search found.
   *
   * @param number of the page shown, from 1
   */
  record SearchView(String query, List<Trace.Line> hits, int total, int number, int pages) {

    String address(int other) {
      return "/understand/search?q="
          + URLEncoder.encode(query, StandardCharsets.UTF_8)
          + "&page="
          + other;
    }
  }

  @GetMapping
  ModelAndView contents() {
    return View.of("understand/contents", new ContentsView(List.of(Topic.values())));
  }

  @GetMapping("/{topic}")
  ModelAndView topic(@PathVariable String topic) {
    Topic found = Topic.find(topic).orElseThrow(() -> new NotFound("page"));
    return View.of("understand/topic", new Topics(protocol.current().knowledge()).page(found));
  }

  @GetMapping("/search")
  ModelAndView search(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page) {
    String query = q.length() > LONGEST_QUERY ? q.substring(0, LONGEST_QUERY) : q;
    List<Trace.Line> found = library().search(query);
    int pages = Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    int number = page.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(page), 1, pages) : 1;
    return View.of(
        "understand/search",
        new SearchView(
            query.strip(),
            found.stream().skip((long) (number - 1) * ON_A_PAGE).limit(ON_A_PAGE).toList(),
            found.size(),
            number,
            pages));
  }

  /** Kept until other content comes into force, since its index takes longer than a page. */
  private Library library() {
    Knowledge knowledge = protocol.current().knowledge();
    Library kept = library;
    if (kept == null || !kept.isOf(knowledge)) {
      kept = new Library(knowledge);
      library = kept;
    }
    return kept;
  }

  @GetMapping("/claims/{id}")
  ModelAndView claim(@PathVariable String id) {
    return View.of("understand/claim", library().find(id).orElseThrow(() -> new NotFound("claim")));
  }
}
