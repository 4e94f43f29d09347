using System.Xml;

namespace Invitations;

/// <summary>Remembers the names of elements and attributes, and no more of them than a workbook needs: XmlReader keeps each forever.</summary>
internal sealed class BoundedNameTable : NameTable
{
    private const int MostNames = 5_000;
    private const int MostCharacters = 500_000;

    private int _names;
    private int _characters;

    public override string Add(string key) => Get(key) ?? Count(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

    private string Count(string name)
    {
        _characters += name.Length;
        return ++_names > MostNames || _characters > MostCharacters ? throw FileRefusal.TooLarge(FileRefusal.Markup, MostNames) : name;
    }
}
