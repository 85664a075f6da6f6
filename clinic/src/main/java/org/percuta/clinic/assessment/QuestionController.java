package org.percuta.clinic.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.knowledge.Topic;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Goal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The questions: a topic a page, and a page each for what a yes needs besides. */
@Controller
@RequestMapping("/assess")
@Allow(everybody = true)
class QuestionController {

  /** Of the button that answers no to all that was left out. */
  private static final String REST = "rest";

  private final Assessments assessments;
  private final AnswersCookie cookie;

  QuestionController(Assessments assessments, AnswersCookie cookie) {
    this.assessments = assessments;
    this.cookie = cookie;
  }

  @GetMapping("/topics/{id}")
  ModelAndView topic(@PathVariable String id, HttpServletRequest request) {
    Topic topic = Topic.named(id).orElseThrow(() -> new NotFound("page"));
    Assessment now = assessments.of(request);
    Answers answers = now.answers();
    Optional<Goal> goal = answers.goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess");
    }
    List<FactDefinition> questions = now.steps().questions(topic, answers, goal.get());
    if (questions.isEmpty()) {
      return View.redirect("/assess/next");
    }
    return View.of(
        "assessment/topic", topicView(now, topic, questions, goal.get(), given(answers)));
  }

  private static Form given(Answers answers) {
    Map<String, String> words = new HashMap<>();
    answers
        .replies()
        .forEach((key, reply) -> {
          if (reply instanceof Reply.OfFact fact) {
            words.put(key, QuestionForm.word(fact.answer()));
          }
        });
    return Form.of(words);
  }

  @PostMapping("/topics/{id}")
  ModelAndView answerTopic(
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Topic topic = Topic.named(id).orElseThrow(() -> new NotFound("page"));
    Assessment now = assessments.of(request);
    Answers before = now.answers();
    Optional<Goal> goal = before.goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess");
    }
    List<FactDefinition> questions = now.steps().questions(topic, before, goal.get());
    Form form = Form.of(typed);
    Answers answers = before;
    for (FactDefinition fact : questions) {
      Answer answer = QuestionForm.answer(form.value(fact.id()));
      if (answer == null && typed.containsKey(REST)) {
        answer = Answer.NO;
      }
      if (answer == null) {
        form.reject(fact.id(), fact.label() + ": choose an answer.");
      } else if (!isSame(before.replies().get(fact.id()), answer)) {
        answers =
            answers.with(fact.id(), Reply.OfFact.beforeDetails(answer, !fact.details().isEmpty()));
      }
    }
    if (!form.isValid()) {
      return View.rejected("assessment/topic", topicView(now, topic, questions, goal.get(), form));
    }
    cookie.write(response, answers);
    return View.redirect("/assess/next");
  }

  /** An answer that was not changed keeps its details. */
  private static boolean isSame(@org.jspecify.annotations.Nullable Reply before, Answer answer) {
    return before instanceof Reply.OfFact fact && fact.answer() == answer;
  }

  private static TopicView topicView(
      Assessment now, Topic topic, List<FactDefinition> questions, Goal goal, Form form) {
    Steps steps = now.steps();
    String page = steps.page(questions.getFirst().id());
    return new TopicView(
        topic,
        questions.stream()
            .map(fact -> new TopicView.Question(fact.id(), fact.question(), fact.why()))
            .toList(),
        form,
        steps.back(now.answers(), goal, page),
        steps.progress(now.answers(), goal, page),
        now.words().goal(goal));
  }

  @GetMapping("/questions/{key}")
  ModelAndView question(
      @PathVariable String key,
      @RequestParam(required = false) String change,
      HttpServletRequest request) {
    Assessment now = assessments.of(request);
    Answers answers = now.answers();
    checkKnown(now, key);
    Optional<Goal> goal = answers.goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess");
    }
    return View.of(
        "assessment/question",
        questionView(
            now, key, goal.get(), QuestionForm.fill(answers.replies().get(key)), change != null));
  }

  @PostMapping("/questions/{key}")
  ModelAndView answer(
      @PathVariable String key,
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Assessment now = assessments.of(request);
    Answers answers = now.answers();
    checkKnown(now, key);
    Optional<Goal> goal = answers.goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess");
    }
    Form form = Form.of(typed);
    Optional<Reply> reply =
        new QuestionForm(now.knowledge(), now.interview().today()).read(key, form);
    if (reply.isEmpty()) {
      return View.rejected(
          "assessment/question",
          questionView(now, key, goal.get(), form, typed.containsKey("change")));
    }
    cookie.write(response, answers.with(key, reply.get()));
    return View.redirect("/assess/next");
  }

  private static void checkKnown(Assessment now, String key) {
    if (!now.interview().isQuestion(key)) {
      throw new NotFound("page");
    }
  }

  private static QuestionView questionView(
      Assessment now, String key, Goal goal, Form form, boolean change) {
    Answers answers = now.answers();
    Steps steps = now.steps();
    FactDefinition fact = now.knowledge().facts().get(key);
    String page = steps.page(key);
    String back;
    if (change) {
      back = "/assess/check";
    } else {
      back = fact == null ? steps.back(answers, goal, page) : page;
    }
    return new QuestionView(
        key,
        now.words().question(key),
        now.words().why(key),
        fact == null ? List.of() : fact.details(),
        List.copyOf(now.knowledge().sites().values()),
        form,
        back,
        change,
        steps.progress(answers, goal, page),
        now.words().goal(goal));
  }
}
