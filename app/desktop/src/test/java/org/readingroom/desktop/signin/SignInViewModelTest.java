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

    /// A door that lets only `own` in, and `given` no further than to the change.
    private static final class Renewing implements Door<String> {
        private String holds = "given";

        @Override
        public String signIn(String loginName, char[] password) throws WorkstationException {
            if (!new String(password).equals(holds)) {
                throw new WorkstationException("services.signin.wrong", "wrong password");
            }
            if (holds.equals("given")) {
                throw new WorkstationException("services.signin.change-first", "given");
            }
            return "session of " + loginName;
        }

        @Override
        public void renew(String loginName, char[] given, char[] own) throws WorkstationException {
            if (!new String(given).equals(holds)) {
                throw new WorkstationException("services.signin.wrong", "wrong password");
            }
            holds = new String(own);
        }
    }

    // [utest->req~identity.first-password~1]
    @Test
    void aGivenPasswordIsChangedAtTheDoorAndEveryCopyIsWiped() {
        SignInViewModel<String> door = new SignInViewModel<>(new Renewing(), runner, entered::add);
        door.loginNameProperty().set("li");
        door.signIn("given".toCharArray());
        runner.runAll();
        assertTrue(door.renewalProperty().get());
        assertEquals(List.of(), renewed(door, "given", "own", "owl"), "the two differ");
        assertEquals(List.of(), renewed(door, "guess", "own", "own"), "the given one is wrong");
        assertTrue(door.renewalProperty().get(), "and is still asked for");
        assertEquals(List.of("session of li"), renewed(door, "given", "own", "own"));
        assertFalse(door.renewalProperty().get());
        assertNull(door.refusalProperty().get());
        door.signIn("own".toCharArray());
        runner.runAll();
        assertEquals(2, entered.size());
    }

    private List<String> renewed(SignInViewModel<String> door, String given, String own, String repeated) {
        List<char[]> typed = List.of(given.toCharArray(), own.toCharArray(), repeated.toCharArray());
        door.renew(typed.get(0), typed.get(1), typed.get(2));
        runner.runAll();
        runner.runAll();
        for (char[] each : typed) {
            assertArrayEquals(new char[each.length], each);
        }
        return List.copyOf(entered);
    }
}
