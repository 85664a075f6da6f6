package org.percuta.clinic.platform.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.web.Page;
import org.percuta.clinic.platform.web.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Shows errors, from controllers and from the filters before them. */
@Controller
@ControllerAdvice
@Allow(everybody = true)
class ErrorPages implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final String TEMPLATE = "platform/errors/problem";

  @ExceptionHandler
  ModelAndView thrown(Exception thrown, HttpServletRequest request) throws Exception {
    if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
      throw thrown; // Spring Security's filter decides between the sign-in and a refusal.
    }
    if (thrown instanceof Moved moved) {
      return moved(moved, request);
    }
    return show(logged(Problems.of(thrown), thrown, request), request);
  }

  @RequestMapping("/error")
  ModelAndView dispatched(HttpServletRequest request) {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable cause) {
      return show(logged(Problems.of(cause), cause, request), request);
    }
    if ("stale".equals(request.getAttribute("percuta.problem"))) {
      return show(Problem.STALE_FORM, request);
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? show(Problems.ofStatus(status), request)
        : show(Problem.NOT_FOUND, request);
  }

  /** A form is sent again to the other record, which checks it as any form. */
  private static ModelAndView moved(Moved moved, HttpServletRequest request) {
    String query = request.getQueryString();
    RedirectView other =
        new RedirectView(
            moved.address(request.getRequestURI()) + (query == null ? "" : "?" + query));
    other.setStatusCode(HttpStatus.TEMPORARY_REDIRECT);
    return new ModelAndView(other);
  }

  private static ModelAndView show(Problem problem, HttpServletRequest request) {
    request.setAttribute(Page.PLAIN, problem.isOfTheDatabaseOrUs() ? "nobody" : "caller");
    return View.with(problem.status(), TEMPLATE, problem.view());
  }

  /** An address may name a record or hold a patient's link, so the log gets the route only. */
  private static Problem logged(Problem problem, Throwable thrown, HttpServletRequest request) {
    if (problem == Problem.INTERNAL) {
      Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      LOG.error("{} {} failed", request.getMethod(), route, thrown);
    } else if (problem == Problem.CONTENT_UNREADABLE) {
      LOG.error("{} gave no verdict: {}", request.getMethod(), thrown.getMessage());
    } else if (problem == Problem.DATABASE_DOWN) {
      LOG.warn("{} found no database: {}", request.getMethod(), thrown.getMessage());
    }
    return problem;
  }
}
