package org.percuta.clinic.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Site;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What somebody wants treated and where, and the check of their answers. Every answer is kept by
 * the browser, see {@link AnswersCookie}.
 */
@Controller
@RequestMapping("/assess")
@Allow(everybody = true)
class AssessmentController {

  private final Knowledge knowledge;
  private final Interview interview;
  private final Steps steps;
  private final AnswersCookie cookie;
  private final Traces traces;
  private final AnswerWords words;

  AssessmentController(
      Knowledge knowledge,
      Interview interview,
      Steps steps,
      AnswersCookie cookie,
      Traces traces,
      AnswerWords words) {
    this.knowledge = knowledge;
    this.interview = interview;
    this.steps = steps;
    this.cookie = cookie;
    this.traces = traces;
    this.words = words;
  }

  @GetMapping
  ModelAndView concern(HttpServletRequest request) {
    String concern = cookie.read(request).concern();
    return View.of(
        "assessment/concern",
        concernView(concern == null ? Form.empty() : Form.of(Map.of("concern", concern))));
  }

  @PostMapping
  ModelAndView chooseConcern(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    Concern concern = knowledge.concerns().get(form.value("concern"));
    if (concern == null) {
      form.reject("concern", "Choose what you would like to treat.");
      return View.rejected("assessment/concern", concernView(form));
    }
    if (!concern.bookable()) {
      return View.redirect("/assess/not-offered/" + concern.id());
    }
    Answers answers = cookie.read(request).forConcern(concern.id());
    List<Site> sites = interview.sites(concern);
    if (sites.size() == 1) {
      cookie.write(response, answers.at(sites.getFirst().id()));
      return View.redirect("/assess/next");
    }
    cookie.write(response, answers);
    return View.redirect("/assess/site");
  }

  private ConcernView concernView(Form form) {
    List<Concern> bookable =
        knowledge.concerns().values().stream().filter(Concern::bookable).toList();
    return new ConcernView(
        bookable.stream().filter(one -> one.family() == Concern.Family.SKIN).toList(),
        bookable.stream().filter(one -> one.family() == Concern.Family.HAIR).toList(),
        knowledge.concerns().values().stream().filter(one -> !one.bookable()).toList(),
        form);
  }

  @GetMapping("/not-offered/{id}")
  ModelAndView notOffered(@PathVariable String id) {
    Concern concern = knowledge.concerns().get(id);
    if (concern == null || concern.unbookable() == null) {
      throw new NotFound("page");
    }
    return View.of(
        "assessment/notOffered",
        new NotOfferedView(concern, concern.unbookable(), traces.of(concern)));
  }

  @GetMapping("/site")
  ModelAndView site(HttpServletRequest request) {
    Answers answers = cookie.read(request);
    Concern concern =
        answers.concern() == null ? null : knowledge.concerns().get(answers.concern());
    if (concern == null) {
      return View.redirect("/assess");
    }
    String chosen = answers.site() == null ? "" : answers.site();
    return View.of(
        "assessment/site",
        new SiteView(concern, interview.sites(concern), chosen, Form.of(Map.of("site", chosen))));
  }

  @PostMapping("/site")
  ModelAndView chooseSite(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Answers answers = cookie.read(request);
    Concern concern =
        answers.concern() == null ? null : knowledge.concerns().get(answers.concern());
    if (concern == null) {
      return View.redirect("/assess");
    }
    Form form = Form.of(typed);
    // The picture's zones are buttons of their own: whichever was pressed counts.
    String chosen = typed.getOrDefault("zone", form.value("site"));
    List<Site> sites = interview.sites(concern);
    if (sites.stream().noneMatch(site -> site.id().equals(chosen))) {
      form.reject("site", "Choose where you would like to be treated.");
      return View.rejected("assessment/site", new SiteView(concern, sites, "", form));
    }
    cookie.write(response, answers.at(chosen));
    return View.redirect("/assess/next");
  }

  /** Sends on to the next open question, or to the check page when there is none. */
  @GetMapping("/next")
  ModelAndView next(HttpServletRequest request) {
    Answers answers = cookie.read(request);
    if (answers.concern() == null) {
      return View.redirect("/assess");
    }
    Optional<Goal> goal = answers.goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess/site");
    }
    return View.redirect(steps.next(answers, goal.get()));
  }

  @GetMapping("/check")
  ModelAndView check(HttpServletRequest request) {
    Answers answers = cookie.read(request);
    Optional<Goal> goal = answers.goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess");
    }
    return View.of(
        "assessment/check",
        new CheckView(
            words.concern(goal.get()),
            words.site(goal.get().site()),
            answers.replies().entrySet().stream()
                .map(reply -> words.row(reply.getKey(), reply.getValue()))
                .toList(),
            interview.open(answers, goal.get()).size(),
            interview.hasOnePlace(goal.get()),
            steps.before(answers, "").orElse("/assess")));
  }

  @PostMapping("/start-again")
  ModelAndView startAgain(HttpServletResponse response) {
    cookie.forget(response);
    return View.redirect("/assess");
  }
}
