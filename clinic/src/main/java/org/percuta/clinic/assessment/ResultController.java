package org.percuta.clinic.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.Goal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the answers come to: on pages, on paper, in a calendar. */
@Controller
@RequestMapping("/assess")
@Allow(everybody = true)
class ResultController {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Assessments assessments;
  private final PlanPdf pdf;

  ResultController(Assessments assessments, PlanPdf pdf) {
    this.assessments = assessments;
    this.pdf = pdf;
  }

  @GetMapping("/result")
  ModelAndView answer(HttpServletRequest request) {
    return show(ResultPart.ANSWER, request);
  }

  @GetMapping("/result/{part}")
  ModelAndView part(@PathVariable String part, HttpServletRequest request) {
    return show(ResultPart.find(part).orElseThrow(() -> new NotFound("page")), request);
  }

  private ModelAndView show(ResultPart part, HttpServletRequest request) {
    Assessment now = assessments.of(request);
    Optional<Goal> goal = now.answers().goal();
    return goal.isEmpty()
        ? View.redirect("/assess")
        : View.of(part.template(), ResultView.of(now, goal.get(), part));
  }

  @GetMapping("/plan.pdf")
  ResponseEntity<byte[]> pdf(HttpServletRequest request) {
    Assessment now = assessments.of(request);
    return now.answers()
        .goal()
        .map(goal ->
            file(
                "plan.pdf",
                MediaType.APPLICATION_PDF,
                pdf.write(ResultView.of(now, goal, ResultPart.ANSWER))))
        .orElseGet(ResultController::toTheQuestions);
  }

  @GetMapping("/plan.ics")
  ResponseEntity<byte[]> calendar(HttpServletRequest request) {
    Assessment now = assessments.of(request);
    return now.answers()
        .goal()
        .map(goal ->
            file(
                "plan.ics",
                CALENDAR,
                PlanCalendar.write(ResultView.of(now, goal, ResultPart.CALENDAR).plan())
                    .getBytes(StandardCharsets.UTF_8)))
        .orElseGet(ResultController::toTheQuestions);
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("microneedling-" + name).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(content);
  }

  private static ResponseEntity<byte[]> toTheQuestions() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, "/assess")
        .build();
  }
}
