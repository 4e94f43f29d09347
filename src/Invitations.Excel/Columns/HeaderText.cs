using System.Text;

namespace Invitations;

/// <summary>What a header says, freed from what does not matter: case, white space, a star behind what is required, a colon at the end.</summary>
internal static class HeaderText
{
    public static string Normalise(string text)
    {
        var target = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || character is '\uFEFF' or '\u200B')
                target.Append(target.Length > 0 && target[^1] != ' ' ? " " : "");
            else
                target.Append(character);
        }

        return target.ToString().TrimEnd(' ', '*', ':').Normalize(NormalizationForm.FormC).ToUpperInvariant();
    }
}
