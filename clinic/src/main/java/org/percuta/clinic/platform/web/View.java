package org.percuta.clinic.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What a controller answers with: a template and the one record it shows. */
public final class View {

  private View() {}

  /**
   * @param template its path under {@code src/main/jte}, without {@code .jte}
   * @param view given to the template as {@code view}
   */
  public static ModelAndView of(String template, Object view) {
    return new ModelAndView(template, "view", view);
  }

  /** The same page again with what is wrong in it, status 422. */
  public static ModelAndView rejected(String template, Object view) {
    return with(HttpStatus.UNPROCESSABLE_CONTENT, template, view);
  }

  public static ModelAndView with(HttpStatus status, String template, Object view) {
    ModelAndView answer = of(template, view);
    answer.setStatus(status);
    return answer;
  }

  /** Sends the browser on after a write, so that reloading does not write again. */
  public static ModelAndView redirect(String address) {
    return new ModelAndView("redirect:" + address);
  }
}
