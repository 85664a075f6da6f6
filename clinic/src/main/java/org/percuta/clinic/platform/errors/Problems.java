package org.percuta.clinic.platform.errors;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Tells which problem an exception or a bare status is. */
final class Problems {

  private static final int DEEPEST = 12;
  private static final int TOO_LARGE = 413;

  private Problems() {}

  static Problem of(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      Problem problem = one(cause);
      if (problem != Problem.INTERNAL) {
        return problem;
      }
      cause = cause.getCause();
    }
    return Problem.INTERNAL;
  }

  static Problem ofStatus(int status) {
    return switch (status) {
      case 403 -> Problem.NOT_ALLOWED;
      case 404 -> Problem.NOT_FOUND;
      case 413 -> Problem.TOO_LARGE;
      case 503 -> Problem.DATABASE_DOWN;
      default -> status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL;
    };
  }

  private static Problem one(Throwable thrown) {
    return switch (thrown) {
      // An id in the address that cannot be one names nothing.
      case MethodArgumentTypeMismatchException _,
          NotFound _,
          NoResourceFoundException _,
          NoHandlerFoundException _ ->
          Problem.NOT_FOUND;
      case ContentUnreadable _ -> Problem.CONTENT_UNREADABLE;
      case MaxUploadSizeExceededException _ -> Problem.TOO_LARGE;
      // A form past the size or the number of fields that is read.
      case InvalidParameterException form ->
          form.getErrorCode() == TOO_LARGE ? Problem.TOO_LARGE : Problem.BAD_REQUEST;
      case MultipartException _, ServletRequestBindingException _, TypeMismatchException _ ->
          Problem.BAD_REQUEST;
      case org.springframework.web.HttpRequestMethodNotSupportedException _,
          org.springframework.web.HttpMediaTypeException _,
          org.springframework.http.converter.HttpMessageNotReadableException _ ->
          Problem.BAD_REQUEST;
      case CannotGetJdbcConnectionException _,
          CannotCreateTransactionException _,
          // A commit or rollback that could not be sent: nothing was acknowledged.
          TransactionSystemException _,
          DataAccessResourceFailureException _,
          QueryTimeoutException _,
          SQLTransientConnectionException _,
          SQLNonTransientConnectionException _ ->
          Problem.DATABASE_DOWN;
      case SQLException problem when isConnectionState(problem.getSQLState()) ->
          Problem.DATABASE_DOWN;
      default -> Problem.INTERNAL;
    };
  }

  /** Class 08 is a lost connection; 57P01 to 57P03 a server going down or coming up. */
  private static boolean isConnectionState(@Nullable String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P0"));
  }
}
