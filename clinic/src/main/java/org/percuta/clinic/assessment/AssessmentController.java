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
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.FactDefinition;
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

/** The questions, one a page. Every answer is kept by the browser, see {@link AnswersCookie}. */
@Controller
@RequestMapping("/assess")
@Allow(everybody = true)
class AssessmentController {

  private final Knowledge knowledge;
  private final Interview interview;
  private final AnswersCookie cookie;
  private final Traces traces;
  private final AnswerWords words;

  AssessmentController(
      Knowledge knowledge,
      Interview interview,
      AnswersCookie cookie,
      Traces traces,
      AnswerWords words) {
    this.knowledge = knowledge;
    this.interview = interview;
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
    List<String> open = interview.open(answers, goal.get());
    return View.redirect(open.isEmpty() ? "/assess/check" : "/assess/questions/" + open.getFirst());
  }

  @GetMapping("/questions/{key}")
  ModelAndView question(
      @PathVariable String key,
      @RequestParam(required = false) String change,
      HttpServletRequest request) {
    Answers answers = cookie.read(request);
    checkKnown(key);
    Optional<Goal> goal = answers.goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess");
    }
    return View.of(
        "assessment/question",
        questionView(
            key,
            answers,
            goal.get(),
            QuestionForm.fill(answers.replies().get(key)),
            change != null));
  }

  @PostMapping("/questions/{key}")
  ModelAndView answer(
      @PathVariable String key,
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Answers answers = cookie.read(request);
    checkKnown(key);
    Optional<Goal> goal = answers.goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess");
    }
    Form form = Form.of(typed);
    Optional<Reply> reply = new QuestionForm(knowledge, interview.today()).read(key, form);
    if (reply.isEmpty()) {
      return View.rejected(
          "assessment/question",
          questionView(key, answers, goal.get(), form, typed.containsKey("change")));
    }
    cookie.write(response, answers.with(key, reply.get()));
    return View.redirect("/assess/next");
  }

  @GetMapping("/questions")
  ModelAndView several(HttpServletRequest request) {
    Answers answers = cookie.read(request);
    Optional<Goal> goal = answers.goal();
    return goal.isEmpty()
        ? View.redirect("/assess")
        : View.of("assessment/several", severalView(answers, goal.get()));
  }

  /** Saves what was answered; what was left stays open. */
  @PostMapping("/questions")
  ModelAndView answerSeveral(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Answers answers = cookie.read(request);
    for (String key : knowledge.facts().keySet()) {
      Answer answer = QuestionForm.answer(typed.getOrDefault(key, ""));
      if (answer != null) {
        answers = answers.with(key, Reply.OfFact.fromList(answer));
      }
    }
    cookie.write(response, answers);
    return View.redirect("/assess/next");
  }

  private SeveralView severalView(Answers answers, Goal goal) {
    return new SeveralView(
        interview.open(answers, goal).stream()
            .filter(
                key -> knowledge.facts().containsKey(key) && !answers.replies().containsKey(key))
            .map(key -> new SeveralView.Question(key, words.question(key), words.why(key)))
            .toList(),
        interview
            .before(answers, "")
            .map(before -> "/assess/questions/" + before)
            .orElse("/assess/next"),
        words.goal(goal));
  }

  private void checkKnown(String key) {
    if (!interview.isQuestion(key)) {
      throw new NotFound("page");
    }
  }

  private QuestionView questionView(
      String key, Answers answers, Goal goal, Form form, boolean change) {
    FactDefinition fact = knowledge.facts().get(key);
    List<String> open = interview.open(answers, goal);
    int answered = answers.replies().size() - (answers.isAnswered(key) ? 1 : 0);
    int left = open.size() + (open.contains(key) ? 0 : 1);
    String back =
        change
            ? "/assess/check"
            : interview
                .before(answers, key)
                .map(before -> "/assess/questions/" + before)
                .orElse(interview.hasOnePlace(goal) ? "/assess" : "/assess/site");
    return new QuestionView(
        key,
        words.question(key),
        words.why(key),
        fact == null ? List.of() : fact.details(),
        List.copyOf(knowledge.sites().values()),
        form,
        back,
        change,
        answered,
        left,
        words.goal(goal));
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
            interview.hasOnePlace(goal.get())));
  }

  @PostMapping("/start-again")
  ModelAndView startAgain(HttpServletResponse response) {
    cookie.forget(response);
    return View.redirect("/assess");
  }
}
