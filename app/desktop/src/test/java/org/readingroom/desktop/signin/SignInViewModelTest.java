package org.readingroom.desktop.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;

class SignInViewModelTest {
    private final StepRunner runner = new StepRunner();
    private final List<String> entered = new ArrayList<>();
    private final WorkstationException wrong = new WorkstationException("services.sign-in.refused", "wrong password");
    private final SignInViewModel<String> model = new SignInViewModel<>(
            (name, password) -> {
                if (!new String(password).equals("right")) {
                    throw wrong;
                }
                return "session of " + name;
            },
            runner,
            entered::add);

    // [utest->req~shell.sign-in~1]
    @Test
    void rightPasswordEnters() {
        model.loginNameProperty().set(" radiologist ");
        model.signIn("right".toCharArray());
        assertTrue(model.busyProperty().get());
        runner.runAll();
        assertEquals(List.of("session of radiologist"), entered);
        assertFalse(model.busyProperty().get());
    }

    // [utest->req~shell.sign-in~1]
    @Test
    void wrongPasswordIsRefusedWithItsWordsAndMayBeTriedAgain() {
        model.loginNameProperty().set("radiologist");
        model.signIn("wrong".toCharArray());
        runner.runAll();
        assertSame(wrong, model.refusalProperty().get());
        model.signIn("right".toCharArray());
        assertNull(model.refusalProperty().get());
        runner.runAll();
        assertEquals(1, entered.size());
    }

    @Test
    void passwordIsWipedWhetherItWasRightOrNot() {
        model.loginNameProperty().set("radiologist");
        for (String typed : List.of("right", "wrong")) {
            char[] password = typed.toCharArray();
            model.signIn(password);
            runner.runAll();
            assertArrayEquals(new char[5], password);
        }
    }

    @Test
    void secondKnockWaitsForTheAnswerToTheFirst() {
        model.loginNameProperty().set("radiologist");
        model.signIn("right".toCharArray());
        model.signIn("right".toCharArray());
        assertEquals(1, runner.runAll());
        assertEquals(1, entered.size());
    }

    @Test
    void nobodyIsAskedForWithoutAName() {
        model.signIn("right".toCharArray());
        assertEquals(0, runner.waiting());
    }
}
