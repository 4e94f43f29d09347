using System.Diagnostics.CodeAnalysis;

namespace Invitations;

/// <summary>A phone number, or the reason why a text is none.</summary>
public readonly record struct PhoneNumberResult
{
    /// <summary>Creates the result of a text that is a phone number.</summary>
    /// <param name="number">The number.</param>
    public PhoneNumberResult(PhoneNumber number) => Number = number;

    /// <summary>Creates the result of a text that is refused.</summary>
    /// <param name="problem">The reason, not <see cref="PhoneNumberProblem.None"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="problem"/> is <see cref="PhoneNumberProblem.None"/>.</exception>
    public PhoneNumberResult(PhoneNumberProblem problem)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)problem, (int)PhoneNumberProblem.None, nameof(problem));
        Problem = problem;
    }

    /// <summary>The number; null where the text was refused.</summary>
    public PhoneNumber? Number { get; }

    /// <summary>Why the text was refused; <see cref="PhoneNumberProblem.None"/> where it was not.</summary>
    public PhoneNumberProblem Problem { get; }

    /// <summary>Whether there is a number.</summary>
    [MemberNotNullWhen(true, nameof(Number))]
    public bool Succeeded => Number is not null;
}
