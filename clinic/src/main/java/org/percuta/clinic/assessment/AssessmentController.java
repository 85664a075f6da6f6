package org.percuta.clinic.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Assessments assessments;
  private final AnswersCookie cookie;

  AssessmentController(Assessments assessments, AnswersCookie cookie) {
    this.assessments = assessments;
    this.cookie = cookie;
  }

  @GetMapping
  ModelAndView concern(HttpServletRequest request) {
    Assessment now = assessments.of(request);
    String concern = now.answers().concern();
    return View.of(
        "assessment/concern",
        concernView(
            now.knowledge(), concern == null ? Form.empty() : Form.of(Map.of("concern", concern))));
  }

  @PostMapping
  ModelAndView chooseConcern(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Assessment now = assessments.of(request);
    Form form = Form.of(typed);
    Concern concern = now.knowledge().concerns().get(form.value("concern"));
    if (concern == null) {
      form.reject("concern", "Choose what you would like to treat.");
      return View.rejected("assessment/concern", concernView(now.knowledge(), form));
    }
    if (!concern.bookable()) {
      return View.redirect("/assess/not-offered/" + concern.id());
    }
    Answers answers = now.answers().forConcern(concern.id());
    List<Site> sites = now.interview().sites(concern);
    if (sites.size() == 1) {
      cookie.write(response, answers.at(sites.getFirst().id()));
      return View.redirect("/assess/next");
    }
    cookie.write(response, answers);
    return View.redirect("/assess/site");
  }

  private static ConcernView concernView(Knowledge knowledge, Form form) {
    List<Concern> bookable =
        knowledge.concerns().values().stream().filter(Concern::bookable).toList();
    return new ConcernView(
        bookable.stream().filter(one -> one.family() == Concern.Family.SKIN).toList(),
        bookable.stream().filter(one -> one.family() == Concern.Family.HAIR).toList(),
        knowledge.concerns().values().stream().filter(one -> !one.bookable()).toList(),
        form);
  }

  @GetMapping("/not-offered/{id}")
  ModelAndView notOffered(@PathVariable String id, HttpServletRequest request) {
    Assessment now = assessments.of(request);
    Concern concern = now.knowledge().concerns().get(id);
    if (concern == null || concern.unbookable() == null) {
      throw new NotFound("page");
    }
    return View.of(
        "assessment/notOffered",
        new NotOfferedView(concern, concern.unbookable(), now.traces().of(concern)));
  }

  @GetMapping("/site")
  ModelAndView site(HttpServletRequest request) {
    Assessment now = assessments.of(request);
    Answers answers = now.answers();
    Concern concern =
        answers.concern() == null ? null : now.knowledge().concerns().get(answers.concern());
    if (concern == null) {
      return View.redirect("/assess");
    }
    String chosen = answers.site() == null ? "" : answers.site();
    return View.of(
        "assessment/site",
        new SiteView(
            concern, now.interview().sites(concern), chosen, Form.of(Map.of("site", chosen))));
  }

  @PostMapping("/site")
  ModelAndView chooseSite(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Assessment now = assessments.of(request);
    Answers answers = now.answers();
    Concern concern =
        answers.concern() == null ? null : now.knowledge().concerns().get(answers.concern());
    if (concern == null) {
      return View.redirect("/assess");
    }
    Form form = Form.of(typed);
    // The picture's zones are buttons of their own: whichever was pressed counts.
    String chosen = typed.getOrDefault("zone", form.value("site"));
    List<Site> sites = now.interview().sites(concern);
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
    Assessment now = assessments.of(request);
    Answers answers = now.answers();
    if (answers.concern() == null) {
      return View.redirect("/assess");
    }
    Optional<Goal> goal = answers.goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess/site");
    }
    return View.redirect(now.steps().next(answers, goal.get()));
  }

  @GetMapping("/check")
  ModelAndView check(HttpServletRequest request) {
    Assessment now = assessments.of(request);
    Answers answers = now.answers();
    Optional<Goal> goal = answers.goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess");
    }
    return View.of(
        "assessment/check",
        new CheckView(
            now.words().concern(goal.get()),
            now.words().site(goal.get().site()),
            answers.replies().entrySet().stream()
                .map(reply -> now.words().row(reply.getKey(), reply.getValue()))
                .toList(),
            now.interview().open(answers, goal.get()).size(),
            now.interview().hasOnePlace(goal.get()),
            now.steps().before(answers, "").orElse("/assess")));
  }

  @PostMapping("/start-again")
  ModelAndView startAgain(HttpServletResponse response) {
    cookie.forget(response);
    return View.redirect("/assess");
  }
}
